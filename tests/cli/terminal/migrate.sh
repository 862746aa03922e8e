#!/usr/bin/env bash
# A session moves to newer content and back in a terminal, and a move is whole or not there.
. "$(dirname "$0")/../terminal.sh"

start 80 40
type 'rung take barista'
see 'Which step do you aim at'
type '2'
see 'How well do you pull'
type '3'
see 'Which kinds of milk'
type '1'
see 'Can you pour'
type ':quit'
see 'Saved. Go on with'
id=$(last_id)
sed -i 's/How well do you pull an espresso/How good is your espresso/' \
  "$box/content/questionnaires/barista.yaml"

# it goes on with the old, and says so
clear_screen
type 'rung resume'
see 'Can you pour'
see 'There is newer content for this role'
type ':quit'
see 'Saved. Go on with'

# Enter is no
clear_screen
type "rung resume $id --migrate; echo status \$?"
see 'Move\? \[y/N\]'
see 'How good is your espresso'
keys Enter
see 'Nothing was moved'
see 'status 1'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

# kill -9 at the question: nothing happened
clear_screen
type "rung resume $id --migrate; echo status \$?"
see 'Move\? \[y/N\]'
shell=$(mux list-panes -F '#{pane_pid}')
kill -9 "$(ps -o pid= --ppid "$shell" | head -1)"
see 'status 137'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"
mux send-keys -l -- 'stty sane'; mux send-keys C-j

# yes, and kill -9 at the first question behind the move: it is there, whole
clear_screen
type "rung resume $id --migrate; echo status \$?"
see 'Move\? \[y/N\]'
type 'y'
see 'Moved\.'
see 'Your answer \(0-4\)'
kill -9 "$(ps -o pid= --ppid "$shell" | head -1)"
see 'status 137'
[[ $(answered) == 2 ]] || die "2 answers expected, $(answered) there"
mux send-keys -l -- 'stty sane'; mux send-keys C-j
clear_screen
type 'rung resume'
see 'How good is your espresso'
see_not 'newer content'
# what was said is proposed, and nobody takes it silently
see 'Last time: Do it alone'
see 'Since then it was reworded\. Enter accepts it\.'
type ':skip'
see 'Can you pour'
type ':goto espresso'
see 'You skipped this one'
type '4'
see 'Can you pour'
type ':quit'
see 'Saved. Go on with'

# back: the first answer counts again; forth: the second
clear_screen
type "rung resume $id --migrate --undo"
see 'counts again: Do it alone'
see 'Move back\? \[y/N\]'
type 'yes'
see 'Moved back\.'
see 'Can you pour'
type ':review'
see 'How well do you pull an espresso'
see 'How well do you pull an espresso.*Do it alone'
keys Enter
see 'Can you pour'
type ':quit'
clear_screen
type "rung resume $id --migrate"
see 'counts again: Others come to me'
see 'Move\? \[y/N\]'
type 'y'
see 'Can you pour'
type ':quit'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

# moved in another window: the interview that is open there notices, and saves nothing
clear_screen
type "rung resume $id; echo status \$?"
see 'Can you pour'
HOME="$box/home" RUNG_CONTENT="$box/content" "$rung" resume "$id" --migrate --undo --yes </dev/null >/dev/null
type 'yes'
see 'moved to other content in another window'
see 'status 1'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

#!/usr/bin/env bash
# Answers of an earlier session: Enter accepts, anything else answers anew, and each is on the disk
# before the next question.
. "$(dirname "$0")/../terminal.sh"

printf 'target_rung: junior\nespresso: 3\nmilk: [dairy, oat]\nart: yes\n' >"$box/a.yaml"
start 80 40
type "rung take barista --name anna --answers $box/a.yaml --no-input"
see 'Go on: rung resume'
clear_screen
type 'rung take barista --from anna; echo status $?'
see 'Last time: Junior barista'
see 'Enter accepts it'
see 'Your answer \(1-2\)'
keys Enter
see 'Last time: Do it alone'
[[ $(answered) == 1 ]] || die "1 answer expected, $(answered) there"
type '1'
see 'Last time: Dairy milk; Oat drink'
[[ $(answered) == 2 ]] || die "2 answers expected, $(answered) there"

# what was not accepted is not there
shell=$(mux list-panes -F '#{pane_pid}')
kill -9 "$(ps -o pid= --ppid "$shell" | head -1)"
see 'status 137'
[[ $(answered) == 2 ]] || die "2 answers expected, $(answered) there"
mux send-keys -l -- 'stty sane'; mux send-keys C-j
clear_screen
type 'rung resume --from anna'
see 'Last time: Dairy milk; Oat drink'
keys Enter
see 'Last time: Yes'
type ':skip'
see 'How long have you worked'
see_not 'How long have you worked.*Enter accepts'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

# who skipped it is not offered it again, and what was accepted can be changed
type ':back'
see 'You skipped this one. Enter leaves it open'
type ':back'
see 'Your answer so far: Dairy milk; Oat drink. Enter keeps it'
type 'soy'
see 'Back to question 5'
type ':review'
see 'milk.*Soy drink'
keys Enter
type ':quit'
see 'Go on with: rung resume [a-z0-9]{6} --from anna'

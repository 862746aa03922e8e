#!/usr/bin/env bash
# Two windows on one session.
. "$(dirname "$0")/../terminal.sh"

start 80 40
type 'rung take barista'
see 'Which step do you aim at'
type '2'
see 'How well do you pull'
type '3'
see 'Which kinds of milk'
type '4'
see 'How long have you worked'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

# somebody else answers meanwhile
id=$(last_id)
HOME="$box/home" RUNG_CONTENT="$box/content" "$rung" answer "$id" years=0 >"$box/other" || die 'the other could not answer'
type '5'
see 'changed from another window'
see 'A guest pushes to the front'
type ':goto years'
see 'Your answer so far: 0 years'
type '5'
see 'How many drinks'

# a new one tells of the old one; only of the same role
clear_screen
type ':quit'
see 'Saved'
type 'rung take barista'
see "An earlier assessment is not finished: rung resume $id \\([0-9]+ of [a-z ]*[0-9]+\\)\\.$"
second=$(last_id)
type ':quit'
see "Saved. Go on with: rung resume $second"
outside() { HOME="$box/home" RUNG_CONTENT="$box/content" "$rung" "$@" >"$box/other" || die "could not: $*"; }
outside delete "$second"
clear_screen
type 'rung take clerk'
see 'Your answer|Your answers|Question 1'
see_not 'An earlier'
type ':quit'
see 'Saved'
outside delete "$(last_id)"
clear_screen
type "rung resume $id"
see 'How many drinks'

# somebody deletes it meanwhile: nothing is said to be saved
outside delete "$id"
clear_screen
type '6'
see 'rung: this session was deleted in another window; nothing more can be saved'
type 'echo status $?'
see 'status 1'
see_not 'Saved|could not'

clear_screen
type 'rung take barista'
see 'Which step do you aim at'
outside delete "$(last_id)"
type ':quit'
see 'was deleted in another window'
type 'echo status $?'
see 'status 1'
see_not 'Saved'

# the whole file goes
for line in 1 :quit; do
  clear_screen
  type 'rung take barista'
  see 'Which step do you aim at'
  rm "$box"/home/.local/share/rung/rung.db*
  type "$line"
  see 'the file with your answers was removed or replaced'
  type 'echo status $?'
  see 'status 1'
  see_not 'Saved|How well'
done

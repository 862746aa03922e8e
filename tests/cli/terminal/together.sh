#!/usr/bin/env bash
# Two windows on one session, and lines typed ahead of the questions.
. "$(dirname "$0")/../terminal.sh"

start 80 40
# all in one go: none of it is lost
mux send-keys -l -- 'rung take barista' \; send-keys Enter
see 'Which step do you aim at'
mux send-keys -l -- "2" \; send-keys Enter \; send-keys -l -- "3" \; send-keys Enter \; send-keys -l -- "4" \; send-keys Enter
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

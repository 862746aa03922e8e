#!/usr/bin/env bash
# The shortest way to a verdict in a terminal, wide and narrow: decided, looked at, gone on with.
. "$(dirname "$0")/../terminal.sh"

start 80 40
type 'rung take barista --quick --name anna'
see 'This is the quick way'
see '^What you aim at: 0 answered, at most 9 to come$'
type 'senior'
see '^Craft: 1 answered, at most 8 to come$'
see 'How well do you pull an espresso'
type ':status'
see 'Too early for a score'
type ':why'
see 'Guests taste it'
clear_screen
type '3'
see 'A guest pushes to the front'
type ':back'
see 'Your answer so far: Do it alone'
clear_screen
type '1'
see '^Your verdict is decided: Exploring$'
see 'need not answer the others, up to 7'
see 'Enter for your result, or more:'

# the place takes commands, completes its word, and leaves nothing behind
type ':status'
see 'Verdict: Exploring, whatever you answer to the rest'
type ':nothing'
see 'There is no command :nothing'
type ':skip'
see 'nothing left to skip'
keys m Tab
see 'or more: more$'
keys C-c
id=$(last_id)
see "Saved. Go on with: rung resume $id"

# later: told at once, and the result
clear_screen
type 'rung resume --quick anna'
see '^Your verdict is decided: Exploring$'
type ''
see 'no answers can change the verdict'
see "Go on: rung resume $id"

# or on to the end, in the order of the questionnaire
clear_screen
type 'rung resume --quick'
see 'or more:'
type 'more'
see '^Question 3 of about [0-9]+'
see 'Which kinds of milk'
type 'none'
see 'How long have you worked'
keys C-d
see 'Saved. Go on with'
[ "$(answered)" = 3 ] || die "$(answered) answers on the disk"

# on a narrow terminal, and where only lines are wanted
mux resize-window -x 40 -y 40
clear_screen
type 'rung resume --quick --plain'
see '^Your verdict is decided: Exploring$'
see '^Nothing that is left can change it, so$'
see 'or more:'
type 'more'
see '^Question 4 of'
keys C-d
see 'Saved'

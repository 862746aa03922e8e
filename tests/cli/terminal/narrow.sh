#!/usr/bin/env bash
# Forty columns: nothing is cut or runs over; Tab completes; delete asks; several roles are asked for.
. "$(dirname "$0")/../terminal.sh"

start 40 60
type 'rung take'
see 'Which role is it about'
type '9'
see 'Type a number from 1 to 2'
type 'x'
see 'letters of a role'
type 'BAR'
see 'Which step do you aim at'
# a word that wraps begins a new line under its paragraph: no line is wider than the terminal
mux capture-pane -p -S - | grep -E '^.{41,}' && die 'a line is too wide'
see '^Question 1 of about 8  ·+$' # the bar takes what room there is

# completion: labels and commands
keys Tab
see '^Junior barista'
see 'Your answer \(1-2\):$' # nothing was put in
keys J Tab
see ': Junior barista$'
keys Enter
see 'How well do you'
keys : s t Tab
see ': :status$'
keys C-u
type ':why'
see '^It counts for$'
see '^  - Espresso: section "Chapter 1"$'
mux capture-pane -p -S - | grep -E '^.{41,}' && die 'a line is too wide'
keys : g o t o Space e Tab
see ': :goto espresso$'
keys C-u
keys : s t Tab
see ': :status$'
keys Enter
see 'Too early for a score: 1 of about 7'
see_not 'Score so far'
type ':quit'
see 'Saved'

# no history: Up brings nothing back
clear_screen
type 'rung resume'
see 'How well do you'
keys Up
sleep 0.2
see 'Your answer \(0-4\):$'
type ':quit'
see 'Saved'

clear_screen
id=$(last_id)
type "rung delete $id"
see 'cannot be'
type 'n'
see 'Nothing was deleted'
clear_screen
type "rung delete $id"
see 'Delete it'
type 'yes'
see "Deleted session $id"
clear_screen
type 'rung list'
see 'No sessions yet'
exit 0

#!/usr/bin/env bash
# However it is interrupted, what was confirmed is on the disk, and the session goes on there.
. "$(dirname "$0")/../terminal.sh"
export ASAN_OPTIONS=${ASAN_OPTIONS-}

start 80 30
type 'rung take barista'
see 'Which step do you aim at'
type '2'
see 'How well do you pull'
type '3'
see 'Which kinds of milk'
id=$(last_id)

# Ctrl-C, with half a line typed
keys 1 , C-c
see "Saved. Go on with: rung resume $id"
type 'echo status $?'
see 'status 130'
[[ $(answered) == 2 ]] || die "2 answers expected, $(answered) there"

# Ctrl-D
clear_screen
type 'rung resume'
see 'Which kinds of milk'
keys C-d
see "Saved. Go on with: rung resume $id"
type 'echo status $?'
see 'status 130'

# the terminal is as it was: what is typed can be seen
type 'echo "se""en"'
see '^seen'

# kill -9 right behind an answer
clear_screen
type 'rung resume; echo status $?'
see 'Which kinds of milk'
type '1'
see 'Can you pour'
pkill_pid=$(mux list-panes -F '#{pane_pid}')
child=$(ps -o pid= --ppid "$pkill_pid" | head -1)
kill -9 "$child"
see 'status 137'
[[ $(answered) == 3 ]] || die "3 answers expected, $(answered) there"

# SIGTERM and SIGHUP
for signal in TERM HUP; do
  mux send-keys -l -- 'stty sane'; mux send-keys C-j
  sleep 0.2
  clear_screen
  type 'rung resume; echo status $?'
  see 'Can you pour'
  child=$(ps -o pid= --ppid "$pkill_pid" | head -1)
  kill -$signal "$child"
  see 'status 130'
  see "Saved. Go on with: rung resume $id"
done

# the terminal is closed
clear_screen
type 'rung resume'
see 'Can you pour'
type 'y'
see 'How long have you worked'
mux kill-server
sleep 0.5
[[ $(answered) == 4 ]] || die "4 answers expected, $(answered) there"

# Ctrl-Z and back
start 80 30
type 'rung resume'
see 'How long have you worked'
keys C-z
see 'Stopped'
see 'ready\$$'
type 'fg'
keys 3
see 'Your answer \(0 to 40 years\): 3$'
keys Enter
see 'How many drinks'

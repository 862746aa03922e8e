#!/usr/bin/env bash
# A whole interview with --plain: ASCII, no escape sequences, one thing a line; and the three ways
# to ask for it.
. "$(dirname "$0")/../terminal.sh"

start 80 50
mux pipe-pane "cat > $box/raw"
type 'rung take barista --plain'
see 'Which step do you aim at'
type '1'
see 'How well do you pull'
type '2'
see 'Which kinds of milk'
type '4'
see 'How long have you worked'
type '0'
see 'A guest pushes'
type '1'
see 'Is there anything else'
type 'No, thank you'
see 'That was the last question: 6 answered'
type ''
see 'The full report: rung report'
mux pipe-pane
sleep 0.3
not_plain() { # FROM: what is no plain ASCII, from that line on (the shell marks where it pastes)
  sed -n "/$1/,/The full report/p" "$box/raw" | sed 's/\x1b\[?2004[hl]//g' | LC_ALL=C grep -n $'[^\t\r -~]'
}
not_plain 'readiness check' && die 'plain output is not plain'

for way in ACCESSIBLE=1 TERM=dumb; do
  clear_screen
  mux pipe-pane "cat > $box/raw"
  type "$way rung resume"
  see 'Your result|for your result'
  type ''
  see 'The full report'
  mux pipe-pane
  sleep 0.3
  not_plain '^Session' && die "$way: not plain"
done
exit 0

# Functions for tests in a real terminal (tmux). Sourced by terminal/*.sh, which get RUNG and CONTENT.
set -u
command -v tmux >/dev/null || { echo "SKIPPED: tmux is not installed"; exit 77; }
rung=$(realpath "$1") content=$(realpath "$2")
box=$(mktemp -d) || exit 1
mkdir "$box/home" "$box/bin"
ln -s "$rung" "$box/bin/rung"
cp -r "$content" "$box/content"
mux() { tmux -u -S "$box/tmux" -f /dev/null "$@"; }
clean_up() {
  mux kill-server 2>/dev/null
  # what ran in the terminal may still be writing its last line
  for _ in 1 2 3 4 5; do rm -rf "$box" 2>/dev/null && break; sleep 0.2; done
}
trap clean_up EXIT
export LC_ALL=C.UTF-8 # the screens hold dashes that grep has to take for one character

# start WIDTH HEIGHT [VARIABLE=VALUE...]: a shell in a terminal of that size
start() {
  local width=$1 height=$2
  shift 2
  mux new-session -d -x "$width" -y "$height" \
    env -i HOME="$box/home" PATH="$box/bin:$PATH" RUNG_CONTENT="$box/content" LC_ALL=C.UTF-8 \
    TERM=screen PS1='ready$ ' ${ASAN_OPTIONS:+ASAN_OPTIONS="$ASAN_OPTIONS"} "$@" \
    bash --norc --noprofile -i || exit 1
  mux set-option -g history-limit 5000
  see 'ready\$'
}

screen() { mux capture-pane -p -J -S - | sed 's/ *$//'; }
visible() { mux capture-pane -p | sed 's/ *$//'; }

die() {
  echo "FAILED: $*"
  echo "--- the screen:"
  screen | sed '/./,$!d' | tail -60
  exit 1
}

# see REGEX: waits until the visible screen shows it
see() {
  for _ in $(seq 200); do
    visible | grep -qE -- "$1" && return
    sleep 0.05
  done
  die "never saw: $1"
}
see_not() { visible | grep -qE -- "$1" && die "should not see: $1"; return 0; }

# type WORDS: a line with Enter; keys NAME...: single keys
type() { mux send-keys -l -- "$1" && mux send-keys Enter; }
keys() { mux send-keys "$@"; }
clear_screen() { mux send-keys -R; mux clear-history; }

# The id of the session used last.
last_id() {
  HOME="$box/home" RUNG_CONTENT="$box/content" "$rung" list --json |
    sed -n 's/^ *"id": "\(.*\)",$/\1/p' | head -1
}
# answers_now: how many answers are on the disk
answered() {
  HOME="$box/home" RUNG_CONTENT="$box/content" "$rung" list --json |
    sed -n 's/^ *"answered": \(.*\),$/\1/p' | head -1
}

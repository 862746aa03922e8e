#!/usr/bin/env bash
# `rung score` takes no more memory for many lines than for few: score_memory.sh RUNG CONTENT
set -u
rung=$(realpath "$1") content=$(realpath "$2")
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
# The sanitizer keeps freed memory for a while; that is not ours.
export ASAN_OPTIONS=quarantine_size_mb=1:thread_local_quarantine_size_kb=64:${ASAN_OPTIONS-}
mkfifo "$box/in"
"$rung" score barista --content "$content" <"$box/in" >"$box/out" &
pid=$!
exec 3>"$box/in"

feed() { # how many lines; then wait until nearly all came out (the last ones wait in buffers)
  yes '{"id":1,"answers":{"target_rung":"junior","milk":["oat","soy"],"queue":"smile"}}' | head -"$1" >&3
  fed=$((fed + $1))
  for _ in $(seq 600); do
    (($(wc -l <"$box/out") > fed - 2000)) && return
    sleep 0.1
  done
  echo "only $(wc -l <"$box/out") of $fed lines came out"
  exit 1
}

resident() { awk '/^VmRSS/ {print $2}' "/proc/$pid/status"; }

fed=0
feed 4000
before=$(resident)
feed 20000
after=$(resident)
exec 3>&-
wait $pid || { echo "exit status $?"; exit 1; }
echo "resident: $before KiB after 4000 lines, $after KiB after 24000"
((after < before + 6000))

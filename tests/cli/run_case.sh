#!/usr/bin/env bash
# Runs one transcript: run_case.sh RUNG CONTENT CASE.t
#
# A transcript is a list of commands and what they must do:
#   == words           a title, for messages
#   $ command          run by bash in an empty folder; standard input is empty
#   > line             standard output, line by line, and nothing else
#   ! line             standard error, the same
#   ? 3                the exit status (0 if it is not said)
# "..." as a line stands for any lines, <*> for any characters in a line. Session ids are shown as
# ID1, ID2, ... in the order in which they appear, and commands may use them as $ID1.
set -u
rung=$(realpath "$1") content=$(realpath "$2") case=$(realpath "$3")
box=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$box" 2>/dev/null; rm -rf "$box"' EXIT
mkdir "$box/bin" "$box/home" "$box/work" || exit 1
cp "$rung" "$box/bin/rung"
cat >"$box/bin/as_nobody" <<'SCRIPT'
#!/usr/bin/env bash
[[ $(id -u) == 0 ]] || exec "$@"
exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
SCRIPT
chmod 755 "$box" "$box/bin/as_nobody"
cp -r "$content" "$box/content"
unset XDG_DATA_HOME RUNG_STORE COLUMNS ACCESSIBLE NO_COLOR
export PATH="$box/bin:$PATH" HOME="$box/home" RUNG_CONTENT="$box/content" BOX="$box"
export LC_ALL=C.UTF-8 TERM=xterm
cd "$box/work" || exit 1

ids=() failures=0 title="" where=0

learn_ids() {
  local id
  while read -r id; do
    [[ " ${ids[*]-} " == *" $id "* ]] && continue
    ids+=("$id")
    export "ID${#ids[@]}=$id"
  done < <(grep -ohE '([Ss]ession |"id": "|resume |report )[2-9a-hjkmnp-z]{6}\b' "$box/out" "$box/err" |
    grep -oE '[2-9a-hjkmnp-z]{6}$')
}

hide_ids() {
  local i script="s|$box|BOX|g;"
  for i in "${!ids[@]}"; do script+="s/\\b${ids[$i]}\\b/ID$((i + 1))/g;"; done
  sed -e "$script" "$1"
}

line_matches() { # EXPECTED ACTUAL
  [[ "$1" == "$2" ]] && return 0
  [[ "$1" == *"<*>"* ]] || return 1
  local pattern
  pattern=$(printf '%s' "$1" | sed 's/[][*?\\]/\\&/g; s/<\\\*>/*/g')
  # shellcheck disable=SC2053
  [[ "$2" == $pattern ]]
}

lines_match() { # names of two arrays; "..." in the first matches any lines
  local -n want=$1 got=$2
  local w=0 g=0 star=-1 mark=0
  while ((g < ${#got[@]})); do
    if ((w < ${#want[@]})) && [[ "${want[w]}" == "..." ]]; then
      star=$w mark=$g w=$((w + 1))
    elif ((w < ${#want[@]})) && line_matches "${want[w]}" "${got[g]}"; then
      w=$((w + 1)) g=$((g + 1))
    elif ((star >= 0)); then
      w=$((star + 1)) mark=$((mark + 1)) g=$mark
    else
      return 1
    fi
  done
  while ((w < ${#want[@]})) && [[ "${want[w]}" == "..." ]]; do w=$((w + 1)); done
  ((w == ${#want[@]}))
}

fail() {
  failures=$((failures + 1))
  printf '%s:%d: %s\n  $ %s\n  %s\n' "$case" "$where" "$title" "$command" "$1"
}

compare() { # NAME FILE ARRAY
  local name=$1
  local -a actual
  mapfile -t actual < <(hide_ids "$2")
  local -n expected=$3
  if ! lines_match "$3" actual; then
    fail "$name differs (-: expected, +: came out)"
    diff <(printf '%s\n' "${expected[@]-}") <(printf '%s\n' "${actual[@]-}") | sed 's/^/    /'
  fi
}

command="" want_out=() want_err=() want_status=0
finish() {
  [[ -n "$command" ]] || return
  bash -c "$command" <"/dev/null" >"$box/out" 2>"$box/err"
  local status=$?
  learn_ids
  [[ $status == "$want_status" ]] || fail "exit status $status, expected $want_status"
  compare "standard output" "$box/out" want_out
  compare "standard error" "$box/err" want_err
  command="" want_out=() want_err=() want_status=0
}

number=0
while IFS= read -r line || [[ -n "$line" ]]; do
  number=$((number + 1))
  case "$line" in
  "== "*) finish; title=${line#== } ;;
  '$ '*) finish; command=${line#\$ } where=$number ;;
  "> "*) want_out+=("${line#> }") ;;
  ">") want_out+=("") ;;
  "! "*) want_err+=("${line#! }") ;;
  "!") want_err+=("") ;;
  "? "*) want_status=${line#\? } ;;
  "" | "#"*) ;;
  *) echo "$case:$number: cannot read: $line"; exit 1 ;;
  esac
done <"$case"
finish
((failures == 0)) || { echo "$failures differences"; exit 1; }

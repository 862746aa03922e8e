# --plain: one thing a line, for screen readers and logs.
== the report has no columns, no bars and no colour, also where colour is asked for
$ printf 'target_rung: junior\nespresso: 3\n' >a.yaml; rung take barista --answers a.yaml --no-input --name anna >/dev/null; rung report --plain --color always | grep -cE $'[#]{3}|-{3}|\033|[a-z]   +[A-Z0-9]'
> 0
? 1
$ rung report --plain | grep -E '^  Rung'
>   Rung: Senior barista, Verdict: <*>, Points: <*>
>   Rung: Junior barista, Verdict: <*>, Points: <*>
$ rung report --plain | LC_ALL=C grep -c $'[\x80-\xff]'
> 0
? 1
$ rung report --json --plain | head -2
> {
>   "format": "rung-report/1",
$ rung report --json --format text
! rung: --json and --format text do not go together: leave one away
? 2

== lists
$ rung list --plain
> ID: <*>
> ROLE: barista
> NAME: anna
> PROGRESS: 2 of <*>
> SCORE: <*>
> WHEN: just now
$ rung show barista --plain --color always | grep -c $'\033'
> 0
? 1

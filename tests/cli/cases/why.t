== no session, and then one
$ rung explain
! rung: <*>rung take<*>
? 4
$ rung explain espresso
! rung: <*>rung take<*>
? 4
$ printf 'target_rung: junior\nespresso: 1\nmilk: [dairy, oat]\nart: no\nyears: 1\ncrowds: 20\nqueue: smile\nremarks: none\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input | head -1
> Session ID1: Barista, done
$ cp "$HOME/.local/share/rung/rung.db" before.db

== a word is a requirement, or else a session, or nothing
$ rung explain espresso | head -1
> Barista: why, step by step<*>
$ rung explain anna | head -1
> Barista: where your points come from<*>
$ rung explain anna espresso | head -1
> Barista: why, step by step<*>
$ rung explain expresso
! rung: there is no session "expresso", and barista has no such requirement: did you mean espresso?
? 4
$ rung explain nothing-like-it
! rung: there is no session "nothing-like-it", and barista has no such requirement: "rung show barista" lists them
? 4
$ rung explain nobody espresso
! rung: there is no session "nobody": "rung list" shows those there are
? 4
$ rung explain anna expresso
! rung: barista has no requirement "expresso": did you mean espresso?
? 4
$ rung explain anna espresso more
! ...
? 2
$ rung explain anna espresso --verdict
! rung: --verdict is about the whole score: leave the requirement away
? 2
$ rung explain --verdict nobody
! rung: there is no session "nobody": "rung list" shows those there are
? 4

== the whole score
$ rung explain
> Barista: where your points come from<*>anna · ID1 · <*>
>
> You have 83.3 of 100 points for Junior barista. What is missing costs 16.7
> points.
> ...
$ rung explain --plain | sed -n '/The sum/,/^$/p'
> == The sum
>   Everything that is asked for, Points: 100
>   Craft, Points: -16.7
>   People, Points: 0
>   Your points, Points: 83.3
>

== one requirement
$ rung explain espresso --plain
> Barista: why, step by step
> anna | ID1 | <*>
>
> "Espresso" costs you 16.7 points of 100. You are at level 1; level 2 is needed.
> ...
$ rung explain espresso --plain | sed -n '/What would close/,/^==.*comes/p' | head -8
> == What would close it
> If you could answer this question so, the gap would be closed:
>
> * How well do you pull an espresso? (espresso)
>   Now: Seen it done
>   Then: Done it with help
>
> No smaller change of answers closes it. Go on answering what is true: this shows

== another rung
$ rung explain --rung senior espresso --plain | sed -n 4p
> "Espresso" costs you <*>level 4 is needed<*>
$ rung explain --rung boss
! rung: barista has no rung "boss": <*>
? 4

== the verdict
$ rung explain --verdict --plain
> Barista: what holds you back
> anna | ID1 | <*>
>
> For Junior barista you are at "Nearly ready", with 83.3 of 100 points. The next
> verdict is "Ready".
> ...

== for programs
$ rung explain espresso --json | python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["format"], told["about"], told["rung"], told["trace"]["attained"]["filled"], [(one["question"], one["before"], one["after"]) for one in told["change"]["answers"]], told["change"]["smallest"])'
> rung-explain/1 requirement junior <*> [('espresso', '1', '2')] True
$ rung explain --verdict --json | python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["about"], told["next"]["verdict"], told["lift"]["lifts"], told["lift"]["cheapest"])'
> verdict ready <*> True
$ rung explain --json | python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["about"], round(100 - sum(row["loss"]["low"] for area in told["dimensions"] for row in area["losses"]) - told["score"]["high"], 9) == 0)'
> score True

== before it is known what is asked for
$ printf 'espresso: 1\n' >b.yaml
$ rung take barista --name early --answers b.yaml --no-input | head -1
> Session ID2: <*>
$ rung explain early
> Barista: where your points come from<*>
>
> It is too early for a score: <*>
> ...
$ rung explain espresso --plain | sed -n 4p
> It is too early for a score: <*>
$ rung explain early --verdict --json | python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["rung"] == "", told["next"], told["lift"], told["blocked-by"])'
> True None None ['target_rung']
$ rung explain early espresso --json | python3 -c 'import json, sys; told = json.load(sys.stdin); print(told["applies"], told["requirement"], told["trace"], told["change"])'
> False None None None

== nothing was changed by it
$ rung answer early espresso= >out
$ rung delete early --yes >out
$ rung report anna --json >1.json; rung explain anna espresso >out; rung report anna --json | diff 1.json -

== no session, an unknown one, a word too many
$ rung ladder
! rung: <*>rung take<*>
? 4
$ rung ladder nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung ladder a b
! ...
? 2

== a rung is reached, and the next one asks for more
$ printf 'target_rung: junior\nespresso: 3\nmilk: [dairy, oat]\nart: no\nyears: 1\ncrowds: 20\nqueue: smile\nremarks: none\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input | head -1
> Session ID1: Barista, done
$ rung ladder
> Barista: the rungs and you <*> anna · ID1 · <*>
>
> Today you are ready for Junior barista: 100 of 100 points, “Ready”. The next
> rung is Senior barista. It asks first for Espresso.
>
> ── Where you stand ─────────────────────────────────────────────────────────────
>   Rung            Verdict       Points  Pay a year
>   Senior barista  Nearly ready      66     $36,000
> ▸ Junior barista  Ready            100     $28,000  your aim, reached
>
> ── Essentials missing ──────────────────────────────────────────────────────────
>   Senior barista  1 of 2: Espresso
>   Junior barista  none of 1
>
> ── What Senior barista asks for first ──────────────────────────────────────────
> 1. Espresso (essential, costs 8.3 points)
>    You are at  3 of 4
>    Needed      4
>
> 2. Leading a shift (costs 16.7 points)
>    You are at  0 of 4: still to begin
>    Needed      4
>
> 3. Speed (costs 8.9 points)
>    You are at  1 of 3
>    Needed      3

== on a narrow screen, and for a screen reader
$ COLUMNS=40 rung ladder anna | sed -n '8,21p'
>
> ── Where you stand ─────────────────────
>   Senior barista
>     Nearly ready · Points: 66 · Pay a
>     year: $36,000
> ▸ Junior barista · your aim, reached
>     Ready · Points: 100 · Pay a year:
>     $28,000
>
> ── Essentials missing ──────────────────
>   Senior barista
>     1 of 2: Espresso
>   Junior barista
>     none of 1
$ rung ladder anna --plain | sed -n '7,14p'
> == Where you stand
>   Rung: Senior barista, Verdict: Nearly ready, Points: 66, Pay a year: $36,000
>   Rung: Junior barista, Verdict: Ready, Points: 100, Pay a year: $28,000, your
>   aim, reached
>
> == Essentials missing
>   Senior barista: 1 of 2: Espresso
>   Junior barista: none of 1
$ rung ladder anna --plain | LC_ALL=C grep -c '[^ -~]'
> 0
? 1

== nothing changes
$ cp "$HOME/.local/share/rung/rung.db" before.db; rung ladder anna >ladder.txt; rung ladder anna --json >ladder.json; cmp before.db "$HOME/.local/share/rung/rung.db"

== for programs
$ head -18 ladder.json
> {
>   "format": "rung-ladder/1",
>   "role": {
>     "id": "barista",
>     "title": "Barista"
>   },
>   "session": {
>     "id": "ID1",
>     "name": "anna",
>     "started": "<*>",
>     "updated": "<*>",
>     "complete": true
>   },
>   "target": "junior",
>   "ready": "junior",
>   "possible": [],
>   "next": "senior",
>   "next-asks-first": [
$ tr -d ' \n' <ladder.json | sed 's/.*"ladder":/"ladder":/'; echo
> "ladder":[{"rung":"junior","title":"Juniorbarista","score":{"low":100,"high":100},"verdict":{"low":"ready","high":"ready"},"pay":{"currency":"USD","median":28000,"average":29500},"essentials":{"missing":[],"unknown":[],"in-place":["espresso"]},"missing":[],"unknown":[]},{"rung":"senior","title":"Seniorbarista","score":{"low":66.11111111111111,"high":66.11111111111111},"verdict":{"low":"nearly","high":"nearly"},"pay":{"currency":"USD","median":36000},"essentials":{"missing":["espresso"],"unknown":[],"in-place":["calm"]},"missing":["espresso","leading","speed"],"unknown":[]}],"blocked-by":[]}

== it is too early
$ rung take barista --name new --no-input | head -1
> Session ID2: Barista, <*>
$ rung ladder new | sed -n '3,4p'
> It is too early to say which rung you are ready for: from “Exploring” to
> “Ready”, all is possible.

== the highest rung
$ rung answer anna target_rung=senior espresso=4 lead=yes crowds=60 >saved.txt; rung ladder anna | sed -n '3,9p'
> Today you are ready for Senior barista: 100 of 100 points, “Ready”. It is the
> highest rung.
>
> ── Where you stand ─────────────────────────────────────────────────────────────
>   Rung            Verdict  Points  Pay a year
> ▸ Senior barista  Ready       100     $36,000  your aim, reached
>   Junior barista  Ready       100     $28,000

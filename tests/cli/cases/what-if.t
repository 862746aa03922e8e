== no session, an unknown one, nothing to try
$ rung what-if espresso=3
! rung: <*>rung take<*>
? 4
$ printf 'target_rung: junior\nespresso: 1\nmilk: [dairy, oat]\nart: no\nyears: 1\ncrowds: 20\nqueue: smile\nremarks: none\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input | head -1
> Session ID1: Barista, done
$ cp "$HOME/.local/share/rung/rung.db" before.db
$ rung what-if nosuch espresso=3
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung what-if anna
! rung: nothing to try: write QUESTION=VALUE behind anna
? 2
$ rung what-if
! ...
? 2

== mistakes are those of rung answer
$ rung what-if anna esspresso=3
! rung: there is no question "esspresso": did you mean espresso?
? 4
$ rung what-if anna espresso=9 queue=smile years=90
! rung: cannot set espresso to "9": it takes <*>
! rung: cannot set years to "90": it takes a number from 0 to 40<*>
? 3
$ rung what-if anna espresso=1 espresso=2
! rung: espresso stands twice: leave one of its values away
? 3
$ rung what-if anna espresso=3 milk
! rung: cannot use "milk": write QUESTION=VALUE
? 2

== a gap closes
$ rung what-if anna espresso=3
> Barista: what if <*> anna · ID1 · <*>
>
> The score would go from 83.3 to 100 of 100 points, and the verdict from “Nearly
> ready” to “Ready”.
>
> ── If you answered this ────────────────────────────────────────────────────────
> • How well do you pull an espresso? (espresso)
>   Now   Seen it done
>   Then  Do it alone
>
> ── Now and then ────────────────────────────────────────────────────────────────
>                                Now   Then
>   Points                      83.3    100
>   Verdict             Nearly ready  Ready
>   Essentials missing             1      0
>   Missing in all                 1      0
>
> ── Gaps that would close ───────────────────────────────────────────────────────
>   Requirement              Now          Then    Costs now  Costs then
>   Espresso (essential)  1 of 2  3 (2 needed)  16.7 points     nothing
>
> This was only tried: your answers are as they were.
$ rung what-if espresso=3 --plain
> Barista: what if
> anna | ID1 | <*>
>
> The score would go from 83.3 to 100 of 100 points, and the verdict from "Nearly
> ready" to "Ready".
>
> == If you answered this
> * How well do you pull an espresso? (espresso)
>   Now: Seen it done
>   Then: Do it alone
>
> == Now and then
>   Points, Now: 83.3, Then: 100
>   Verdict, Now: Nearly ready, Then: Ready
>   Essentials missing, Now: 1, Then: 0
>   Missing in all, Now: 1, Then: 0
>
> == Gaps that would close
>   Requirement: Espresso (essential), Now: 1 of 2, Then: 3 (2 needed), Costs now:
>   16.7 points, Costs then: nothing
>
> This was only tried: your answers are as they were.

== another aim, and an answer whose question goes
$ COLUMNS=40 rung what-if anna target_rung=senior milk=none art=yes
> Barista: what if
> anna · ID1 · <*>
>
> The score would go from 83.3 to
> 29.4–46.1 of 100 points, and the verdict
> from “Nearly ready” to “Exploring”.
>
> ── If you answered this ────────────────
> • Which step do you aim at?
>   (target_rung)
>   Now   Junior barista
>   Then  Senior barista
>
> • Which kinds of milk have you steamed?
>   (milk)
>   Now   Dairy milk; Oat drink
>   Then  None of them
>
> • Can you pour a pattern? (art)
>   Now   No
>   Then  Yes – but it does not count:
>         with these answers the question
>         is not asked
>
> ── Now and then ────────────────────────
>   Aim
>     Now: Junior barista · Then: Senior
>     barista
>   Points
>     Now: 83.3 · Then: 29.4–46.1
>   Verdict
>     Now: Nearly ready · Then: Exploring
>   Essentials missing
>     Now: 1 · Then: 1
>   Missing in all
>     Now: 1 · Then: 3
>   Not known yet
>     Now: 0 · Then: 1
>   Questions open
>     Now: 0 · Then: 1
>
> ── Gaps that would open ────────────────
>   Steaming milk
>     Now: 2 of 2 · Then: 0 of 2 · Costs
>     now: nothing · Costs then: 20 points
>   Speed
>     Now: not asked for · Then: 1 of 3 ·
>     Costs now: nothing · Costs then: 8.9
>     points
>
> ── What would not be known ─────────────
>   Leading a shift
>     Now: not asked for · Then: 0 to 4 of
>     4 · Costs now: nothing · Costs then:
>     up to 16.7 points
>
> ── Gaps that would grow ────────────────
>   Espresso (essential)
>     Now: 1 of 2 · Then: 1 of 4 · Costs
>     now: 16.7 points · Costs then: 25
>     points
>
> ── Questions that would be asked ───────
> • Have you led a shift? (lead)
>
> ── Questions that would not be asked ───
> • Can you pour a pattern? (art)
>
> This was only tried: your answers are as
> they were.

== nothing changes
$ rung what-if remarks=more
> Barista: what if <*> anna · ID1 · <*>
>
> Nothing would change: 83.3 of 100 points, “Nearly ready”, as now.
>
> ── If you answered this ────────────────────────────────────────────────────────
> • Is there anything else? (remarks)
>   Now   none
>   Then  more
>
> ── Now and then ────────────────────────────────────────────────────────────────
>                                Now          Then
>   Points                      83.3          83.3
>   Verdict             Nearly ready  Nearly ready
>   Essentials missing             1             1
>   Missing in all                 1             1
>
> This was only tried: your answers are as they were.

== no score any more, and there is none yet
$ rung what-if anna target_rung=
> Barista: what if <*> anna · ID1 · <*>
>
> With these answers there would be no score yet: what the job asks of you would
> depend on questions that are still open.
>
> ── If you answered this ────────────────────────────────────────────────────────
> • Which step do you aim at? (target_rung)
>   Now   Junior barista
>   Then  no answer
>
> ── Now and then ────────────────────────────────────────────────────────────────
>                              Now           Then
>   Aim             Junior barista  Not known yet
>   Points                    83.3  Not known yet
>   Verdict           Nearly ready  Not known yet
>   Questions open               0              1
>
> This was only tried: your answers are as they were.

== for programs
$ rung what-if anna espresso=3 lead=yes remarks= --json >w.json; head -15 w.json
> {
>   "format": "rung-what-if/1",
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
>   "answers": [
>     {
$ tr -d ' \n' <w.json | sed 's/.*"complete":true}/,/'; echo
> ,,"answers":[{"question":"espresso","before":"1","after":"3","asked":true},{"question":"lead","before":null,"after":"yes","asked":false},{"question":"remarks","before":"none","after":null,"asked":true}],"before":{"target":"junior","score":{"low":83.33333333333333,"high":83.33333333333333},"verdict":{"low":"nearly","high":"nearly"},"gaps":["espresso"],"unanswered":[],"blocked-by":[]},"after":{"target":"junior","score":{"low":100,"high":100},"verdict":{"low":"ready","high":"ready"},"gaps":[],"unanswered":["remarks"],"blocked-by":[]},"changes":[{"requirement":"espresso","gap":"closes","before":{"id":"espresso","title":"Espresso","dimension":"craft","need":"essential","importance":5,"target":2,"attained":{"low":1,"high":1},"gap":{"low":1,"high":1},"loss":{"low":16.666666666666664,"high":16.666666666666664},"evidence":["self-rating"],"basis":"documented","source":"Chapter1","exact":true},"after":{"id":"espresso","title":"Espresso","dimension":"craft","need":"essential","importance":5,"target":2,"attained":{"low":3,"high":3},"gap":{"low":0,"high":0},"loss":{"low":0,"high":0},"evidence":["self-rating"],"basis":"documented","source":"Chapter1","exact":true}}],"asked":[],"not-asked":[]}

== nothing was saved
$ cmp before.db "$HOME/.local/share/rung/rung.db"; ls "$HOME/.local/share/rung"
> rung.db

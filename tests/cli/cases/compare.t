# Two sessions of one role, and one session against its own past: what is said, and what is refused.
== no session, unknown ones, and pairs that cannot be compared
$ rung compare
! rung: there is no session yet: start one with "rung take"
? 4
$ printf 'target_rung: junior\nespresso: 1\nmilk: [dairy]\nart: no\nyears: 1\ncrowds: 20\nqueue: smile\nremarks: none\n' >a.yaml
$ rung take barista --name spring --answers a.yaml --no-input | head -1
> Session ID1: Barista, done
$ rung take barista --name autumn --answers a.yaml --no-input | head -1
> Session ID2: Barista, done
$ rung take clerk --name carl --no-input | head -1
> Session ID3: Clerk, 0 of 1
$ rung compare nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung compare spring nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung compare spring $ID1
! rung: both are session ID1: to compare it with its past, write rung compare ID1 --since DATE
? 2
$ rung compare spring carl
! rung: cannot compare session ID1 (barista) with ID3 (clerk): only sessions of one role can be compared
? 2
$ rung compare spring autumn carl
! rung: there is no place for "carl": usage: rung compare [SESSION] [SESSION] [options]
? 2

== days that say nothing
$ rung compare spring --since yesterday
! rung: --since cannot be "yesterday": it takes a day, such as 2026-05-03, or a time, such as 2026-05-03T14:30:00Z
? 2
$ rung compare spring --since 2026-02-30
! rung: --since cannot be "2026-02-30": it takes a day, such as 2026-05-03, or a time, such as 2026-05-03T14:30:00Z
? 2
$ rung compare spring --since 2026-05-03T25:00:00Z
! rung: --since cannot be "2026-05-03T25:00:00Z": it takes a day, such as 2026-05-03, or a time, such as 2026-05-03T14:30:00Z
? 2
$ rung compare spring --since 2026-05-03T14:30:00
! rung: --since cannot be "2026-05-03T14:30:00": it takes a day, such as 2026-05-03, or a time, such as 2026-05-03T14:30:00Z
? 2
$ rung compare spring --since
! rung: --since needs a value: --since DATE
? 2
$ rung compare spring --since 9999-01-01
! rung: --since 9999-01-01 is still to come: nothing can have moved
? 2
$ rung compare spring --since 2020-01-01
! rung: session ID1 began on <*>: there is nothing before it to compare with; leave --since away to compare with its beginning
? 2
$ rung compare spring --since 2020-01-01T12:00:00+02:00
! rung: session ID1 began on <*>: there is nothing before it to compare with; leave --since away to compare with its beginning
? 2
$ rung compare spring autumn --since 2020-01-01
! rung: --since compares one session with its own past: leave it or autumn away
? 2

== nothing moved
$ rung compare spring autumn
> Barista: what has moved <*>autumn · ID2 · <*>
>
> From spring to autumn your score has stayed at 73.3 of 100 points. The verdict
> is still “Nearly ready”.
>
> ── Side by side ────────────────────────────────────────────────────────────────
>                                spring           autumn
>   Session             spring · ID1  autumn · ID2
>   Points                         73.3             73.3
>   Verdict                Nearly ready     Nearly ready
>   Essentials missing                1                1
>   Missing in all                    2                2
>
> The answers are the same.

== other answers, the same requirements
$ rung answer autumn espresso=3 milk=dairy,oat remarks= >/dev/null
$ rung compare spring autumn
> Barista: what has moved <*>autumn · ID2 · <*>
>
> From spring to autumn you have gained 26.7 points. The verdict has gone from
> “Nearly ready” to “Ready”.
>
> ── Side by side ────────────────────────────────────────────────────────────────
>                                spring           autumn
>   Session             spring · ID1  autumn · ID2
>   Points                         73.3              100
>   Verdict                Nearly ready            Ready
>   Essentials missing                1                0
>   Missing in all                    2                0
>   Questions open                    0                1
>
> ── Gaps that closed ────────────────────────────────────────────────────────────
>   Requirement           spring        autumn    Cost then  Costs now
>   Espresso (essential)  1 of 2  3 (2 needed)  16.7 points    nothing
>   Steaming milk         1 of 2        2 of 2    10 points    nothing
>
> ── Answers that changed ────────────────────────────────────────────────────────
> • How well do you pull an espresso? (espresso)
>   spring  Seen it done
>   autumn  Do it alone
>
> • Which kinds of milk have you steamed? (milk)
>   spring  Dairy milk
>   autumn  Dairy milk; Oat drink
>
> • Is there anything else? (remarks)
>   spring  none
>   autumn  no answer

== the other way round
$ rung compare autumn spring | sed -n '3,4p'
> From autumn to spring you have lost 26.7 points. The verdict has gone from
> “Ready” to “Nearly ready”.

== since it was begun
$ rung compare autumn
> Barista: what has moved <*>autumn · ID2 · <*>
>
> When you began there was no score yet; now you have 100 of 100 points, “Ready”.
>
> ── Side by side ────────────────────────────────────────────────────────────────
>                            Then             Now
>   Aim             Not known yet  Junior barista
>   Points          Not known yet             100
>   Verdict         Not known yet           Ready
>   Questions open              6               1
>
> 7 answers have been given since.

== other requirements, too
$ sed -i -e 's/target: {junior: 2, senior: 4}/target: {junior: 3, senior: 4}/' -e 's/importance: 3/importance: 5/' -e 's/target: 3$/target: 2/' -e 's/at-least: 85/at-least: 90/' -e '/id: craft/s/weight: 2/weight: 3/' -e '/id: speed/,/basis/d' "$BOX/content/rules/barista.yaml"
$ sed -i -e 's/Can you pour a pattern/Do you pour patterns/' -e 's/label: Soy drink/label: Soy or rice drink/' "$BOX/content/questionnaires/barista.yaml"
$ date -u +%Y-%m-%dT%H:%M:%S.%3NZ >then; sleep 0.01; rung resume autumn --migrate --yes | tail -1
> Go on: rung resume ID2
$ rung answer autumn art=no milk=dairy,oat >/dev/null
$ rung compare spring autumn
> Barista: what has moved <*>autumn · ID2 · <*>
>
> From spring to autumn you have gained 26.7 points: 16.7 from your answers, 10
> because the requirements changed. The verdict has gone from “Nearly ready” to
> “Ready”.
>
> ── Side by side ────────────────────────────────────────────────────────────────
>                                spring           autumn
>   Session             spring · ID1  autumn · ID2
>   Points                         73.3              100
>   Verdict                Nearly ready            Ready
>   Essentials missing                1                0
>   Missing in all                    2                0
>   Questions open                    0                1
>
> ── Where the points come from ──────────────────────────────────────────────────
>                         Points
>   Your answers           +16.7
>   Changed requirements     +10
>   Together               +26.7
>
> ── Gaps that closed ────────────────────────────────────────────────────────────
>   Requirement           spring  autumn    Cost then  Costs now
>   Espresso (essential)  1 of 2  3 of 3  16.7 points    nothing
>   Steaming milk         1 of 2  2 of 2    10 points    nothing
>
> ── Answers that changed ────────────────────────────────────────────────────────
> • How well do you pull an espresso? (espresso)
>   spring  Seen it done
>   autumn  Do it alone
>
> • Which kinds of milk have you steamed? (milk)
>   The question changed, so the two cannot be compared: the answer "Soy drink"
>   was reworded.
>   spring  Dairy milk
>   autumn  Dairy milk; Oat drink
>
> • Do you pour patterns? (art)
>   The question changed, so the two cannot be compared: it was reworded.
>   spring  No
>   autumn  No
>
> • Is there anything else? (remarks)
>   spring  none
>   autumn  no answer
>
> ── How the requirements changed ────────────────────────────────────────────────
> • Espresso
>   needs level 3, was 2
> • Steaming milk
>   importance 5 of 5, was 3
> • Calm with guests
>   needs level 2, was 3
> • Speed
>   no longer there
>
>   Craft                    weight 3, was 2
>   “Ready”                  from 90 points, was 85
>   Questions reworded       Do you pour patterns? (art)
>   Other answers to choose  Which kinds of milk have you steamed? (milk)
$ COLUMNS=40 rung compare spring autumn --plain
> Barista: what has moved
> autumn | ID2 | <*>
>
> From spring to autumn you have gained
> 26.7 points: 16.7 from your answers, 10
> because the requirements changed. The
> verdict has gone from "Nearly ready" to
> "Ready".
>
> == Side by side
>   Session, spring: spring | ID1,
>   autumn: autumn | ID2
>   Points, spring: 73.3, autumn: 100
>   Verdict, spring: Nearly ready, autumn:
>   Ready
>   Essentials missing, spring: 1, autumn:
>   0
>   Missing in all, spring: 2, autumn: 0
>   Questions open, spring: 0, autumn: 1
>
> == Where the points come from
>   Your answers, Points: +16.7
>   Changed requirements, Points: +10
>   Together, Points: +26.7
>
> == Gaps that closed
>   Requirement: Espresso (essential),
>   spring: 1 of 2, autumn: 3 of 3, Cost
>   then: 16.7 points, Costs now: nothing
>   Requirement: Steaming milk, spring: 1
>   of 2, autumn: 2 of 2, Cost then: 10
>   points, Costs now: nothing
>
> == Answers that changed
> * How well do you pull an espresso?
>   (espresso)
>   spring: Seen it done
>   autumn: Do it alone
>
> * Which kinds of milk have you steamed?
>   (milk)
>   The question changed, so the two
>   cannot be compared: the answer "Soy
>   drink" was reworded.
>   spring: Dairy milk
>   autumn: Dairy milk; Oat drink
>
> * Do you pour patterns? (art)
>   The question changed, so the two
>   cannot be compared: it was reworded.
>   spring: No
>   autumn: No
>
> * Is there anything else? (remarks)
>   spring: none
>   autumn: no answer
>
> == How the requirements changed
> * Espresso
>   needs level 3, was 2
> * Steaming milk
>   importance 5 of 5, was 3
> * Calm with guests
>   needs level 2, was 3
> * Speed
>   no longer there
>
>   Craft: weight 3, was 2
>   "Ready": from 90 points, was 85
>   Questions reworded: Do you pour
>   patterns? (art)
>   Other answers to choose: Which kinds
>   of milk have you steamed? (milk)

== since a time: what the move alone did
$ rung compare autumn --since $(cat then) | sed -n '3,4p' | paste -sd ' ' | sed 's, *$,,'
> Since <*> your score has stayed at 100 of 100 points. The verdict is still “Ready”.
$ TZ=America/New_York rung compare autumn --since $(TZ=America/New_York date +%Y-%m-%d) | sed -n '3,4p' | paste -sd ' ' | sed 's, *$,,'
> Since <*> your score has stayed at 100 of 100 points. The verdict is still “Ready”.

== another aim, and open questions: a range
$ date -u +%Y-%m-%dT%H:%M:%S.%3NZ >then; sleep 0.01; rung answer autumn target_rung=senior espresso=2 >/dev/null
$ rung compare autumn --since $(cat then) >s; sed -n '3,/^$/p' s | paste -sd ' ' | sed 's, *$,,'
> Since <*> your score has gone from 100 to 68.8–81.3 of 100 points. The least that it can be has fallen by 31.3 points. The verdict has gone from “Ready” to “Exploring”. Your aim was Junior barista and is Senior barista now: each score is for the aim of its time. For Senior barista alone it has gone from 78.1 to 68.8–81.3.
$ sed -n '/Side by side/,$p' s
> ── Side by side ────────────────────────────────────────────────────────────────
>                                 Then             Now
>   Aim                 Junior barista  Senior barista
>   Points                         100       68.8–81.3
>   Verdict                      Ready       Exploring
>   Essentials missing               0               1
>   Missing in all                   0               1
>   Not known yet                    0               1
>   Questions open                   1               2
>
> ── Gaps that opened ────────────────────────────────────────────────────────────
>   Requirement             Then     Now  Cost then    Costs now
>   Espresso (essential)  3 of 3  2 of 4    nothing  18.8 points
>
> ── What is not known any more ──────────────────────────────────────────────────
>   Requirement               Then          Now  Cost then          Costs now
>   Leading a shift  not asked for  0 to 4 of 4    nothing  up to 12.5 points
>
> ── Answers that changed ────────────────────────────────────────────────────────
> • Which step do you aim at? (target_rung)
>   Then  Junior barista
>   Now   Senior barista
>
> • How well do you pull an espresso? (espresso)
>   Then  Do it alone
>   Now   Done it with help

== no score any more, and none yet
$ rung answer autumn target_rung= >/dev/null
$ rung compare spring autumn | sed -n '3,5p'
> There is no score any more: what the job asks of you depends on questions that
> are open now.
>
$ rung compare autumn spring | sed -n '3,5p'
> At first there was no score yet; now you have 73.3 of 100 points, “Nearly
> ready”.
>

== for programs
$ rung answer autumn target_rung=junior >/dev/null
$ rung compare spring autumn --json >c.json; head -3 c.json
> {
>   "format": "rung-compare/1",
>   "role": {
$ tr -d ' \n' <c.json | sed -e 's/.*"moved"/"moved"/' -e 's/"changes":.*"same-content"/"same-content"/'; echo
> "moved":{"score":{"low":14.166666666666671,"high":14.166666666666671},"by-answers":{"low":16.66666666666667,"high":16.66666666666667},"by-content":{"low":-2.5,"high":-2.5}},"answers":[{"question":"espresso","change":"changes","before":"1","after":"2"},{"question":"milk","change":"apart","before":"dairy","after":"dairy,oat"},{"question":"art","change":"apart","before":"no","after":"no"},{"question":"remarks","change":"changes","before":"none","after":null}],"same-content":false,"edits":{"questions":[{"id":"milk","edits":["answers"]},{"id":"art","edits":["words"]}],"requirements":[{"id":"espresso","edits":["target"]},{"id":"milk","edits":["importance"]},{"id":"calm","edits":["target"]},{"id":"speed","edits":["gone"]}],"dimensions":[{"id":"craft","edits":["weight"]}],"verdicts":[{"id":"ready","edits":["bounds"]}]}}
$ rung compare carl --json | grep -E '"(low|high)": -?[0-9]|same-content|"moved"'
>       "low": 0,
>       "high": 100
>       "low": 0,
>       "high": 100
>   "moved": {
>       "low": 0,
>       "high": 0
>       "low": 0,
>       "high": 0
>       "low": 0,
>       "high": 0
>   "same-content": true,

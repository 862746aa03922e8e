== no session, an unknown one, a word too many
$ rung plan 2>/dev/null
? 4
$ rung plan nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung plan a b 2>/dev/null
? 2

== a plan that leads to the goal
$ rung new usher --title Usher >/dev/null
$ printf 'target_rung: senior\nyears: 0\ncertificate: no\nserving: 0\nupset_customer: sorry\ntools: [none]\nnewcomers: 0\n' >a.yaml
$ rung show usher --questions | grep takes
>       takes `junior` or `senior`
>       takes a whole number from 0 to 50
>       takes yes or no
>       takes 0, 1, 2, 3 or 4
>       takes `explain`, `fetch`, `sorry` or `listen`
>       takes a list of any of `till`, `booking`, `tables` or `none`
>       takes 0, 1, 2, 3 or 4
>       takes text of at most 500 characters
$ rung take usher --name bob --answers a.yaml --no-input | head -1
> Session ID1: Usher, 7 of 8
$ rung plan bob
> Usher: your plan                                 bob · ID1 · <*>
>
> In 25 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: three steps, one after the other.
>
> If every step goes as quickly and as cheaply as it can: 15 months, no fee.
>
>   1. Help out at a counter for some weeks
>   █▒▒▒·······························  begins now, takes 1–3 months
>   2. Work at a counter for a year
>   ····█████████████████▒▒▒▒▒▒▒▒······  begins after 3 months, takes 12–18 months
>   3. Show a newcomer the work
>   ·····························███▒▒▒  begins after 21 months, takes 2–4 months
>   now                       25 months
>
> ── Step by step ────────────────────────────────────────────────────────────────
> 1. Help out at a counter for some weeks (begins now, takes 1–3 months, no fee)
>    Ask this week at a charity shop, a school fair or a library whether you may
>    help.
>    Lifts             Serving customers to 2 and The tools of the counter to 1
>    Opens the way to  Work at a counter for a year
>    Without it        you would stop at 0 of 100 points, “At the beginning”;
>                      still missing: Serving customers, Teaching newcomers, Years
>                      with customers and The tools of the counter
>    Short name        help-out
>
> 2. Work at a counter for a year (begins after 3 months, takes 12–18 months, no
>    fee)
>    Look for a place with many kinds of customers and somebody who shows you the
>    work.
>    Closes            Serving customers and The tools of the counter
>    Lifts             Years with customers to 2
>    Comes after       Help out at a counter for some weeks
>    Opens the way to  Show a newcomer the work
>    Without it        you would stop at 27 of 100 points, “At the beginning”;
>                      still missing: Teaching newcomers, Serving customers, Years
>                      with customers and The tools of the counter
>    Short name        first-job
>
> 3. Show a newcomer the work (begins after 21 months, takes 2–4 months, no fee)
>    Ask for the next one who starts. Write down what they ask twice.
>    Closes       Teaching newcomers
>    Comes after  Work at a counter for a year
>    Without it   you would stop at 65 of 100 points, “At the beginning”; still
>                 missing: Teaching newcomers
>    Short name   teach
>
> ── What it does for your score ─────────────────────────────────────────────────
>   When             Steps done  Points  Verdict
>   today            none             0  At the beginning
>   after 3 months   1               27  At the beginning
>   after 21 months  2               65  At the beginning
>   after 25 months  3               92  Ready to apply
>
> These are the points that are certain: what is not answered yet counts as
> missing, and each step as long as it may take.
>
> ── Other ways ──────────────────────────────────────────────────────────────────
> Nothing on the list can take the place of these three steps: Help out at a
> counter for some weeks, Work at a counter for a year and Show a newcomer the
> work.
>
> ── How sure this is ────────────────────────────────────────────────────────────
> Optimal: no plan is faster than 25 months, and none as fast costs less. It
> counts the longest that each step may take and the most that it may cost. The
> months and costs themselves are estimates.
>
> When a step is done: rung plan ID1 --done help-out
$ rung plan bob --json
> {
>   "format": "rung-plan/1",
>   "role": {
>     "id": "usher",
>     "title": "Usher"
>   },
>   "session": {
>     "id": "ID1",
>     "name": "bob",
>     "started": "<*>",
>     "updated": "<*>",
>     "complete": false
>   },
>   "rung": "senior",
>   "limits": {},
>   "blocked-by": [],
>   "plan": {
>     "goal": "verdict",
>     "by": "time",
>     "tracks": 2,
>     "blocked": false,
>     "reached": true,
>     "optimal": true,
>     "impossible": false,
>     "bound": 25,
>     "score-bound": 100,
>     "months": {
>       "low": 15,
>       "high": 25
>     },
>     "cost": {
>       "low": 0,
>       "high": 0
>     },
>     "steps": [
>       {
>         "id": "help-out",
>         "title": "Help out at a counter for some weeks",
>         "kind": "practice",
>         "start": 0,
>         "months": [
>           1,
>           3
>         ],
>         "cost": [
>           0,
>           0
>         ],
>         "after": [],
>         "closes": [],
>         "lifts": [
>           "serving",
>           "tools"
>         ],
>         "needed-by": [
>           "first-job"
>         ],
>         "without": {
>           "score": 0,
>           "verdict": "exploring",
>           "essential-gap": 3,
>           "left": [
>             "serving",
>             "newcomers",
>             "experience",
>             "tools"
>           ]
>         },
>         "source": ""
>       },
>       {
>         "id": "first-job",
>         "title": "Work at a counter for a year",
>         "kind": "experience",
>         "start": 3,
>         "months": [
>           12,
>           18
>         ],
>         "cost": [
>           0,
>           0
>         ],
>         "after": [
>           "help-out"
>         ],
>         "closes": [
>           "serving",
>           "tools"
>         ],
>         "lifts": [
>           "experience"
>         ],
>         "needed-by": [
>           "teach"
>         ],
>         "without": {
>           "score": 27.93650793650794,
>           "verdict": "exploring",
>           "essential-gap": 3,
>           "left": [
>             "newcomers",
>             "serving",
>             "experience",
>             "tools"
>           ]
>         },
>         "source": ""
>       },
>       {
>         "id": "teach",
>         "title": "Show a newcomer the work",
>         "kind": "practice",
>         "start": 21,
>         "months": [
>           2,
>           4
>         ],
>         "cost": [
>           0,
>           0
>         ],
>         "after": [
>           "first-job"
>         ],
>         "closes": [
>           "newcomers"
>         ],
>         "lifts": [],
>         "needed-by": [],
>         "without": {
>           "score": 65.71428571428571,
>           "verdict": "exploring",
>           "essential-gap": 3,
>           "left": [
>             "newcomers"
>           ]
>         },
>         "source": ""
>       }
>     ],
>     "left": [],
>     "done": []
>   },
>   "now": {
>     "score": 0,
>     "verdict": "exploring",
>     "essential-gap": 3
>   },
>   "moments": [
>     {
>       "month": 3,
>       "ended": [
>         "help-out"
>       ],
>       "score": 27.93650793650794,
>       "verdict": "exploring",
>       "essential-gap": 3
>     },
>     {
>       "month": 21,
>       "ended": [
>         "first-job"
>       ],
>       "score": 65.71428571428571,
>       "verdict": "exploring",
>       "essential-gap": 3
>     },
>     {
>       "month": 25,
>       "ended": [
>         "teach"
>       ],
>       "score": 92.38095238095238,
>       "verdict": "ready",
>       "essential-gap": 0
>     }
>   ],
>   "alternatives": [],
>   "musts": [
>     "help-out",
>     "first-job",
>     "teach"
>   ],
>   "answer-again": [],
>   "content": {
>     "questionnaire": "<*>",
>     "rules": "<*>"
>   }
> }
$ rung plan bob --by cost | sed -n '3,4p'
> In 25 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: three steps, one after the other.
$ rung plan bob --by steps --rung junior | sed -n '3,4p'
> In 6 months at most, for up to $600, you can reach “Ready to apply” for Junior
> Usher: two steps, at most two at a time.

== limits
$ rung plan bob --months 6 | sed -n '3,5p'
> No plan lets you reach “Ready to apply” for Senior Usher within 6 months. The
> best there is takes you from 0 to 35 of 100 points in 6 months, for up to $600:
> two steps, at most two at a time.
$ rung plan bob --budget 0 | sed -n '3,6p'
> In 25 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: three steps, one after the other.
>
> If every step goes as quickly and as cheaply as it can: 15 months, no fee.
$ rung plan bob --months 0 --budget 100 | sed -n '3,20p'
> No plan lets you reach “Ready to apply” for Senior Usher at once and for $100 at
> most. No step that fits would lift your 0 points.
>
> ── What would still be missing ─────────────────────────────────────────────────
> • Serving customers (essential, 0 of 3)
> • Teaching newcomers (essential, 0 of 3)
> • Years with customers (0 of 3)
> • The tools of the counter (0 of 3)
>
> ── How sure this is ────────────────────────────────────────────────────────────
> Proven: there is no such plan. Optimal: no plan leads to more than 0 points.
$ rung plan bob --tracks 1 | sed -n '3,4p'
> In 25 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: three steps, one after the other.

== beside it
$ rung plan bob --compare --frontier | sed -n '/Quickest/,/^── O/p'
> ── Quickest, cheapest, fewest steps ────────────────────────────────────────────
>                   Quickest   Cheapest  Fewest steps
>   Takes at most  25 months  25 months     25 months
>   Costs at most     no fee     no fee        no fee
>   Steps                  3          3             3
>   Proven best          yes        yes           yes
>
>   In all three  • Help out at a counter for some weeks
>                 • Work at a counter for a year
>                 • Show a newcomer the work
>
> ── Time against money ──────────────────────────────────────────────────────────
>   Takes at most  Costs at most  Steps
>       25 months         no fee      3
>
> No other way is cheaper, however long it takes.
>
> ── Other ways ──────────────────────────────────────────────────────────────────

== steps that are done
$ rung plan bob --done helpout
! rung: usher has no step "helpout": did you mean help-out?
? 4
$ rung plan bob --done nonsense-of-another-kind
! rung: usher has no step "nonsense-of-another-kind": "rung plan ID1" shows those of your plan
? 4
$ rung plan bob --done help-out | sed -n '1,12p;/Answer these/,$p'
> Usher: your plan                                 bob · ID1 · <*>
>
> In 22 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: two steps, one after the other.
>
> If every step goes as quickly and as cheaply as it can: 14 months, no fee.
>
> 1 of 3 steps done: Help out at a counter for some weeks.
>
>   1. Work at a counter for a year
>   ███████████████████▒▒▒▒▒▒▒▒▒▒·······  begins now, takes 12–18 months
>   2. Show a newcomer the work
> ── Answer these again ──────────────────────────────────────────────────────────
> Your answers do not tell of what you have done yet. Answer these again, and the
> score follows.
>
> ✓ Help out at a counter for some weeks
>   Questions  • How far have you come with serving customers? (serving)
>              • A customer says loudly that she has waited for half an hour.
>                Others turn their heads. What do you do first? (upset_customer)
>              • Which of these have you used to get real work done? (tools)
>
> When a step is done: rung plan ID1 --done first-job
$ rung plan bob --done teach | sed -n 3,9p
> In 18 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: one step.
>
> If every step goes as quickly and as cheaply as it can: 12 months, no fee.
>
> 2 of 3 steps done: Help out at a counter for some weeks and Show a newcomer the
> work.
$ rung plan bob --undone teach | sed -n '3,4p'
> In 22 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: two steps, one after the other.
$ rung plan bob --undone help-out | sed -n '3,4p'
> In 25 months at most, without paying a fee, you can reach “Ready to apply” for
> Senior Usher: three steps, one after the other.
$ rung plan bob --done help-out --json | sed -n '/"done"/,/]/p;/answer-again/,/^  ]/p'
>     "done": [
>       "help-out"
>     ]
>   "answer-again": [
>     {
>       "action": "help-out",
>       "questions": [
>         "serving",
>         "upset_customer",
>         "tools"
>       ]
>     }
>   ],

== all is done
$ for step in course first-job teach; do rung plan bob --done $step >/dev/null; done
$ rung plan bob
> Usher: your plan                                 bob · ID1 · <*>
>
> With the steps that you have done you are there: you can reach “Ready to apply”
> for Senior Usher. There is nothing left to plan.
>
> You have done four steps: Help out at a counter for some weeks, Finish a course
> for this work, Work at a counter for a year and Show a newcomer the work.
>
> ── How sure this is ────────────────────────────────────────────────────────────
> Optimal: no steps are needed.
>
> ── Answer these again ──────────────────────────────────────────────────────────
> Your answers do not tell of what you have done yet. Answer these again, and the
> score follows.
>
> ✓ Help out at a counter for some weeks
>   Questions  • How far have you come with serving customers? (serving)
>              • A customer says loudly that she has waited for half an hour.
>                Others turn their heads. What do you do first? (upset_customer)
>              • Which of these have you used to get real work done? (tools)
>
> ✓ Finish a course for this work
>   Questions  • How many full years have you worked with customers? (years)
>              • Have you finished a course or an apprenticeship for this work?
>                (certificate)
>
> ✓ Work at a counter for a year
>   Questions  • How many full years have you worked with customers? (years)
>              • Have you finished a course or an apprenticeship for this work?
>                (certificate)
>              • How far have you come with serving customers? (serving)
>              • A customer says loudly that she has waited for half an hour.
>                Others turn their heads. What do you do first? (upset_customer)
>              • Which of these have you used to get real work done? (tools)
>
> ✓ Show a newcomer the work
>   Questions  How far have you come with teaching a new colleague the work?
>              (newcomers)

== files
$ rung plan bob --undone teach -o plan.ics --start 2026-01-31 && tr -d '\r' <plan.ics
> BEGIN:VCALENDAR
> VERSION:2.0
> PRODID:-//rung//rung plan//EN
> CALSCALE:GREGORIAN
> BEGIN:VEVENT
> UID:ID1.teach@rung
> DTSTAMP:<*>
> SEQUENCE:<*>
> DTSTART;VALUE=DATE:20260131
> DTEND;VALUE=DATE:20260531
> SUMMARY:Show a newcomer the work
> DESCRIPTION:2–4 months\, no fee\n\nAsk for the next one who starts. Write
>   down what they ask twice.
> CATEGORIES:Usher
> TRANSP:TRANSPARENT
> END:VEVENT
> END:VCALENDAR
$ rung plan bob -o plan.ics
! rung: plan.ics is there already and stays as it is: --force replaces it
? 1
$ rung plan bob -o plan.ics --force --start 2027-03-01 && grep -c '^UID' plan.ics
> 1
$ rung plan bob -o plan.html
! rung: cannot tell the format from the name plan.html: end it in .txt, .md, .json or .ics, or say --format
? 2
$ rung plan bob --open
! rung: --open needs a file: add -o FILE
? 2
$ rung plan bob -o plan.md && head -3 plan.md
> # Usher: your plan
>
> *bob · ID1 · <*>
$ rung plan bob --done teach --format ics
! rung: there are no steps to put into a calendar: "rung plan ID1" says why
? 1

== used wrongly
$ rung plan bob --tracks 0
! rung: --tracks cannot be "0": it takes a whole number from 1 to 64
? 2
$ rung plan bob --months six
! rung: --months cannot be "six": it takes a whole number from 0 to 1200
? 2
$ rung plan bob --months -1
! rung: --months cannot be "-1": it takes a whole number from 0 to 1200
? 2
$ rung plan bob --budget=-1
! rung: --budget cannot be "-1": it takes an amount of 0 or more, such as 1500
? 2
$ rung plan bob --budget nan
! rung: --budget cannot be "nan": it takes an amount of 0 or more, such as 1500
? 2
$ rung plan bob --start soon
! rung: --start cannot be "soon": it takes a day, such as 2026-09-01
? 2
$ rung plan bob --by luck
! rung: --by cannot be "luck": it takes time, cost or steps
? 2
$ rung plan bob --goal all
! rung: --goal cannot be "all": it takes verdict or essentials
? 2
$ rung plan bob --format pdf
! rung: --format cannot be "pdf": it takes text, json, ics or markdown
? 2
$ rung plan bob --rung seniro
! rung: usher has no rung "seniro": did you mean senior?
? 4

== what the job asks for is not known
$ printf 'years: 3\n' >b.yaml
$ rung take usher --name eve --answers b.yaml --no-input | head -1
> Session ID2: Usher, 1 of about 8
$ rung plan eve
> Usher: your plan                                 eve · ID2 · <*>
>
> There is no plan yet: what the job asks of you depends on a question that is
> still open.
>
>   Answer this first  Which job do you want to be ready for? (target_rung)
$ rung plan eve --json | sed -n '/blocked-by/,/]/p;/"blocked"/,/optimal/p'
>   "blocked-by": [
>     "target_rung"
>   ],
>     "blocked": true,
>     "reached": false,
>     "optimal": false,

== a step that is done goes to newer content
$ rung plan eve --done course >/dev/null
$ sed -i '/^title:/s/Usher/Ushers/' "$BOX/content/rules/usher.yaml" && rung resume eve --migrate --yes | head -1
> Ushers
$ rung plan eve --json | sed -n '/"title": "Usher/p;/"done"/,/]/p'
>     "title": "Ushers"
>     "done": [
>       "course"
>     ]

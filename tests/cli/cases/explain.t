== which questions feed each requirement, and what uses each question
$ rung check --explain barista
> Barista (barista)
> Each requirement with the questions that feed it, through which others these are
> asked, and the actions that raise it; then each question with what uses it.
>
> Requirements: Craft
>   espresso: Espresso
>       asks for   junior: level 2, essential; senior: level 4, essential
>       fed by     espresso (scale, self-rating)
>       raised by  practice to 4
>   milk: Steaming milk
>       asks for   level 2, preferred
>       fed by     milk (choices, behaviour)
>                  art (yes-no, behaviour), asked if size(milk) > 0 && !("none" in
>                  milk)
>       raised by  practice to 4
>   speed: Speed
>       asks for   junior: not asked for; senior: level 3, preferred
>       fed by     crowds (number, fact), asked if years > 0.0
>       through    years
>       raised by  no action
>
> Requirements: People
>   calm: Calm with guests
>       asks for   junior: level 3, preferred; senior: level 3, essential
>       fed by     queue (choice, scenario)
>       raised by  rush-hour to 3
>   leading: Leading a shift
>       asks for   junior: not asked for; senior: level 4, preferred
>       fed by     lead (yes-no, behaviour), asked if target_rung == "senior"
>       through    target_rung
>       raised by  no action
>
> Questions
>   target_rung: gives the aim; decides whether to ask lead
>   espresso: feeds espresso
>   milk: feeds milk; decides whether to ask art
>   art: feeds milk
>   years: decides whether to ask crowds
>   crowds: feeds speed
>   queue: feeds calm
>   lead: feeds leading
>   remarks: kept, never scored

== in forty columns, and as plain lines
$ COLUMNS=40 rung check --explain barista | awk 'length > 40'
$ rung check --explain barista --plain | sed -n 6,9p
>   espresso: Espresso
>       asks for   junior: level 2, essential; senior: level 4, essential
>       fed by     espresso (scale, self-rating)
>       raised by  practice to 4

== several roles, by id and by file, each once; without words all
$ rung check --explain clerk "$BOX"/content/questionnaires/clerk.yaml "$BOX"/content/rules/clerk.yaml barista | grep '^[A-Z][a-z]* ('
> Clerk (clerk)
> Barista (barista)
$ rung check --explain | grep '^[A-Z][a-z]* ('
> Barista (barista)
> Clerk (clerk)
$ cd "$BOX"/content/rules && rung check --explain clerk.yaml
> Clerk (clerk)
> ...
> Requirements: All
>   filing: Filing
>       asks for   level 2, preferred
>       fed by     filing (yes-no, behaviour)
>       raised by  no action
>
> Questions
>   filing: feeds filing

== sections, sets of rungs, notes, and what is used by nothing
$ rung new shop --content s >/dev/null; sed -i 's/^    title: Last/    title: Last\n    when: years > 3/; s/^      - id: remarks/      - {id: spare, type: yes-no, when: serving > 1, ask: Spare?}\n      - id: remarks/' s/questionnaires/shop.yaml; sed -i 's/^    target: 3$/    target: "certificate ? 3 : 2"/; s/^    need: essential$/    need: "tools == [] ? \x27essential\x27 : \x27preferred\x27"/; s/^    attained: newcomers/    attained: 2/' s/rules/shop.yaml; sed -i 's/^      - id: \(certificate\|tools\)$/      - id: \1\n        required: true/' s/questionnaires/shop.yaml; rung check --explain shop --content s | sed -n '/newcomers: Teaching/,/raised/p; /^Questions/,$p'
>   newcomers: Teaching newcomers
>       asks for   junior: not asked for; senior: a level that depends on your
>                  answers
>       decided by certificate, tools
>       fed by     no question
>       raised by  teach to 3
> Questions
>   target_rung: gives the aim; decides whether to ask newcomers; in action teach
>   years: feeds experience; decides whether to ask spare, remarks; in action
>   first-job; in note years-count
>   certificate: feeds experience; decides what is asked for in newcomers; in
>   action course; in note years-count
>   serving: feeds serving; decides whether to ask spare; in action help-out,
>   first-job
>   upset_customer: feeds serving
>   tools: feeds tools; decides what is asked for in serving, newcomers
>   newcomers: used by nothing
>   spare: used by nothing
>   remarks: kept, never scored
$ rung check --explain shop --content s --json | grep -A4 '"spare"' | head -5
>           "spare",
>           "remarks"
>         ],
> ...

== for programs
$ rung check --explain clerk --json
> [
>   {
>     "id": "clerk",
>     "title": "Clerk",
>     "requirements": [
>       {
>         "id": "filing",
>         "title": "Filing",
>         "dimension": "all",
>         "asked": {
>           "clerk": {
>             "applies": true,
>             "target": 2,
>             "need": "preferred"
>           }
>         },
>         "decided-by": [],
>         "questions": [
>           {
>             "id": "filing",
>             "type": "yes-no",
>             "evidence": "behaviour",
>             "asked-if": null
>           }
>         ],
>         "through": [],
>         "actions": []
>       }
>     ],
>     "questions": [
>       {
>         "id": "filing",
>         "aim": false,
>         "feeds": [
>           "filing"
>         ],
>         "decides": [],
>         "opens": [],
>         "actions": [],
>         "notes": []
>       }
>     ]
>   }
> ]
$ diff <(rung check --explain --json) <(rung check --explain --format json)

== what cannot be explained is told, and the rest is explained
$ rung check --explain clark clerk | head -1
> Clerk (clerk)
! rung: there is no role "clark": did you mean "clerk"?
$ rung check --explain clark
! rung: there is no role "clark": did you mean "clerk"?
? 4
$ rung check --explain nowhere.yaml
! rung: cannot read nowhere.yaml: No such file or directory
? 1
$ mkdir -p q/questionnaires q/rules; cp "$BOX"/content/questionnaires/clerk.yaml q/questionnaires; rung check --explain q/questionnaires/clerk.yaml
! rung: cannot read q/rules/clerk.yaml: No such file or directory
? 1
$ sed 's/title: Ready/titel: Ready/' "$BOX"/content/rules/clerk.yaml >q/rules/clerk.yaml; rung check --explain q/rules/clerk.yaml
! q/rules/clerk.yaml:<*>: error<*>
! ...
! rung: cannot use the role "clerk": its files have mistakes; mend them, then try "rung check"
? 3

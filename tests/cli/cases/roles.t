== what is on offer
$ rung roles
> ROLE     TITLE
> barista  Barista
> clerk    Clerk
$ rung roles --plain
> ROLE: barista
> TITLE: Barista
>
> ROLE: clerk
> TITLE: Clerk
$ rung roles --json | grep -c '"id"'
> 2

== a role's page
$ rung show barista
> Barista
> Makes coffee and keeps guests happy.
> Source: The imaginary coffee book, second
>
> The ladder
>   1  Junior barista (junior)
>      0 to 2 years
>      pay a year in USD: median 28,000, average 29,500
>      focus: espresso, milk
>   2  Senior barista (senior)
>      2 years and more
>      pay a year in USD: median 36,000
>      focus: leading
>
> Facts
>   - Cups a day: about 300
>
> What it asks for: Craft (weight 2)
>   - Espresso (importance 5 of 5)
>       junior: level 2, essential; senior: level 4, essential
>   - Steaming milk (importance 3 of 5)
>       level 2, preferred
>   - Speed (importance 2 of 5)
>       junior: not asked for; senior: level 3, preferred
>
> What it asks for: People (weight 1)
>   - Calm with guests (importance 4 of 5)
>       junior: level 3, preferred; senior: level 3, essential
>   - Leading a shift (importance 4 of 5)
>       junior: not asked for; senior: level 4, preferred
>
> Related roles
>   - Bartender: The same counter after dark.
>
> Levels go from 0 to 4. See where you stand: rung take barista
$ rung show barista --json | grep -c '"asked"'
> 5

== a role that does not exist
$ rung show barsta
! rung: there is no role "barsta": did you mean "barista"?
? 4
$ rung take nosuchrole --no-input
! rung: there is no role "nosuchrole": "rung roles" lists those there are
? 4
$ rung show ../rules/barista
! rung: there is no role "../rules/barista": "rung roles" lists those there are
? 4
$ find "$HOME" -type f

== content that is not there
$ rung roles --content nowhere
! rung: cannot use --content nowhere: there is no such folder; name one that holds questionnaires/ and rules/
? 1
$ mkdir empty; rung roles --content empty
> There are no roles here. Name a folder of them with --content DIR.
$ rung take --content empty
! rung: there are no roles to take: name a folder of them with --content DIR
? 4
$ rung take --no-input </dev/null
! rung: which role? Write "rung take ROLE" with one of: barista, clerk
? 2

== the first folder wins, broken files are told
$ mkdir -p mine/rules mine/questionnaires; sed 's/title: Clerk/title: My clerk/' "$BOX"/content/rules/clerk.yaml >mine/rules/clerk.yaml; cp "$BOX"/content/questionnaires/clerk.yaml mine/questionnaires/
$ rung roles --content mine --content "$BOX/content"
> ROLE     TITLE
> barista  Barista
> clerk    My clerk
$ RUNG_CONTENT="mine:$BOX/content" rung roles | tail -1
> clerk    My clerk
$ echo 'format: [' >mine/rules/broken.yaml; cp mine/rules/clerk.yaml mine/rules/other.yaml; rung roles --content mine
> ROLE   TITLE
> clerk  My clerk
! rung: mine/rules/broken.yaml is left out: it holds no rules that can be used; "rung check" tells more
! rung: mine/rules/other.yaml is left out: its id is clerk, so its name must be clerk.yaml; "rung check" tells more
$ mkfifo mine/rules/pipe.yaml; mkdir mine/rules/dir.yaml; rung roles --content mine 2>&1 | grep -E 'pipe|dir'
> rung: mine/rules/dir.yaml is left out: it is a directory, not a file; "rung check" tells more
> rung: mine/rules/pipe.yaml is left out: it is a pipe, not a file; "rung check" tells more
$ rung show broken --content mine 2>&1 | tail -1
> rung: cannot use<*>

== the questions, for those who write answers
$ rung show barista --questions | head -5
>
> What you aim at
>   target_rung
>       takes `junior` or `senior`
>       Which step do you aim at?
$ rung show clerk --json | sed -n '/"questions"/,$p'
>   "questions": [
>     {
>       "id": "filing",
>       "type": "yes-no",
>       "ask": "Can you file?",
>       "takes": "takes yes or no"
>     }
>   ]
> }
$ rung show barista --json | grep -cE '"(options|values|min|max_length)"'
> 7
$ rung take clerk --no-input --name ask >/dev/null; rung answer ask xyzzy=1 --content "$RUNG_CONTENT"
! rung: there is no question "xyzzy": "rung show clerk --questions --content BOX/content" lists them
! rung: nothing was saved
? 4

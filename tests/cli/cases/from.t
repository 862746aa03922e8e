# Answers of an earlier session are proposed, never taken.
$ printf 'target_rung: junior\nespresso: 3\nmilk: [dairy, oat]\nart: yes\nyears: 4\ncrowds: 30\nqueue: smile\nremarks: None.\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input
> Session ID1: <*>
> ...

== Enter accepts, anything else answers anew
$ printf '\n2\n\n\n:quit\n' | rung take barista --from anna
> ...
> Which step do you aim at?
>   1  Junior barista
>   2  Senior barista
> Last time: Junior barista
> Enter accepts it.
> ...
> Last time: Do it alone
> Enter accepts it.
> ...
> Last time: Dairy milk; Oat drink
> Enter accepts it.
> ...
> Last time: Yes
> Enter accepts it.
> ...
> Last time: 4 years
> Enter accepts it.
> Saved. Go on with: rung resume ID2 --from anna
$ rung answer ID2 2>&1 | head -1; rung list --json | grep '"answered"'
> <*>
>     "answered": 4,
>     "answered": 8,

== only what was accepted is there, and it goes on
$ echo :quit | rung resume $ID2
> ...
> How long have you worked behind a counter?
> Saved. Go on with: rung resume ID2
$ printf '7\n:skip\n\n:quit\n' | rung resume $ID2 --from $ID1 | grep -E 'Last|skipped'
> Last time: 4 years
> Last time: 30
> Last time: Say that the queue starts over there
> Last time: None.

== what changed since is said
$ sed -i -e 's/How well do you pull an espresso/How good is your espresso/' -e 's/label: Soy drink/label: Soy or rice drink/' -e 's/max: 40/max: 3/' "$BOX/content/questionnaires/barista.yaml"
$ printf '\n\n\n:skip\n:quit\n' | rung take barista --from anna | grep -E 'Last|Since|Enter|[?]$'
> Which step do you aim at?
> Last time: Junior barista
> Enter accepts it.
> How good is your espresso?
> Last time: Do it alone
> Since then it was reworded. Enter accepts it.
> Which kinds of milk have you steamed?
> Last time: Dairy milk; Oat drink
> Since then the answer "Soy or rice drink" was reworded. Enter accepts it.
> Can you pour a pattern?
> Last time: Yes
> Enter accepts it.
> How long have you worked behind a counter?

== another role, with nothing in common
$ echo :quit | rung take clerk --from anna | grep -c Last
> 0
? 1

== nobody is there to accept
$ rung take barista --from anna --no-input
> Session ID3: <*>
> ...
! rung: nothing was taken from anna: nobody was there to accept it; "rung resume ID3 --from anna" proposes it
$ rung list --json | grep -m1 '"answered"'
>     "answered": 0,

== no such session: none is started
$ rung list --json | grep -c '"id"'
> 5
$ rung take barista --from nobody
! rung: there is no session "nobody": "rung list" shows those there are
? 4
$ rung resume $ID1 --from nobody
! rung: there is no session "nobody": "rung list" shows those there are
? 4
$ rung list --json | grep -c '"id"'
> 5

== a resume: each proposal with where it comes from
$ sed -i -e '/id: years$/a\        resume: work\n        resume-match: [barista, coffee]' -e '/id: espresso/a\        resume: skills\n        resume-match: [espresso]' -e '/id: milk/a\        resume: certificates' -e 's/label: Oat drink}/label: Oat drink, resume: [oat]}/' "$BOX/content/questionnaires/barista.yaml"
$ printf '%s' '{"work": [{"name": "Corner Cafe", "position": "Barista", "startDate": "2020-01", "endDate": "2021-12"},' '{"name": "Bar", "position": "Coffee seller", "startDate": "2021-07", "endDate": "2022-06"},' '{"name": "Kiosk", "position": "Coffee seller", "startDate": "2023-07", "endDate": "2023-13"}],' '"certificates": [{"name": "Oat milk master", "issuer": "Guild"}], "skills": [{"name": "Espresso", "level": "Expert"}]}' >resume.json
$ printf '2\n3\n\n:skip\n\n:quit\n' | rung take barista --from resume.json | grep -E 'From your|2021–2022|Enter acc'
! rung: resume.json: The endDate "2023-13" of "Coffee seller at Kiosk" is no date such as 2019-03: its time is not counted.
> From your resume (Espresso, Expert): only you can say how far that goes.
> From your resume (Oat milk master, Guild): Oat drink
> Enter accepts it.
> From your resume (Barista at Corner Cafe 2020–2021; Coffee seller at Bar
> 2021–2022): 2.5 years
> Enter accepts it.
$ rung take barista --from resume.json --no-input
> ...
! rung: resume.json: The endDate <*>
! rung: nothing was taken from resume.json: nobody was there to accept it; <*>

== resumes that cannot be used start nothing
$ rung list --json | grep -c '"id"' >before
$ echo '{"work": [' >bad.json; rung take barista --from bad.json
! bad.json:2:1: error[RG0901]: not valid JSON: <*>
! ...
! rung: cannot use bad.json: --from takes a resume as JSON, or a session
? 3
$ echo '{"work": 3}' >bad.json; rung take barista --from bad.json
! rung: bad.json is no resume that can be read: "work" is a whole number, where a list is expected; the format is https://jsonresume.org/schema
? 3
$ head -c 9000000 /dev/zero | tr '\0' ' ' >bad.json; rung take barista --from bad.json
! rung: cannot read bad.json: <*>
? 1
$ rung take barista --from ./nowhere
! rung: cannot read ./nowhere: <*>
? 1
$ rung list --json | grep -c '"id"' | diff before -

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

# A session when the content of its role has changed: it goes on with its own, until it is moved.
== it goes on with the old, and says that there is newer
$ printf 'target_rung: senior\nespresso: 3\nmilk: [dairy]\nyears: 4\nlead: yes\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input
> Session ID1: <*>
> ...
$ rung report $ID1 >before.txt
$ echo :quit | rung resume $ID1 | grep -c newer
> 0
? 1
$ sed -i -e 's/How well do you pull an espresso/How good is your espresso/' -e 's/label: Soy drink/label: Soy or rice drink/' -e '/id: lead/,/when:/d' "$BOX/content/questionnaires/barista.yaml"
$ sed -i 's/lead ? 4 : 0/0/' "$BOX/content/rules/barista.yaml"
$ echo :quit | rung resume $ID1
> Barista
> Session ID1: <*>
> There is newer content for this role. This session goes on with its own; to see
> what would change, and to move: rung resume ID1 --migrate
> ...
$ rung report $ID1 | diff before.txt -

== content that cannot be read is no news
$ echo :quit | RUNG_CONTENT=/nowhere rung resume $ID1 | grep newer
! rung: RUNG_CONTENT names /nowhere: there is no such folder; it is left out
? 1
$ echo :quit | rung resume $ID1 --content /nowhere | grep newer
? 1

== the list comes first, and nothing moves without being asked
$ rung resume $ID1 --migrate
> Barista
> Session ID1: 2 answers are kept as they are.
>
> Asked again (2):
>   How good is your espresso?
>     why: it was reworded
>     you said: Do it alone
>   Which kinds of milk have you steamed?
>     why: the answer "Soy or rice drink" was reworded
>     you said: Dairy milk
>
> Set aside, since the question is gone (1):
>   Have you led a shift?
>     you said: Yes
>
> Nothing is deleted. The way back: rung resume ID1 --migrate --undo
! rung: nothing was moved: write --yes to move without being asked
? 2
$ rung report $ID1 | diff before.txt -

== moved
$ rung resume anna --migrate --yes | tail -2
> Moved.
> Go on: rung resume ID1
$ rung list | tail -1
> ID1  barista  anna  2 of about 8  <*>
$ rung resume anna --migrate --yes
> Session ID1 has the newest content there is.
> Go on: rung resume ID1
$ echo :quit | rung resume $ID1
> Barista
> Session ID1: 2 of about 8 questions answered.
>
> Craft
> What you have done with your hands.
>
> Question 2 of about 8
> How good is your espresso?
> ...
$ rung answer $ID1 espresso=4 years=5
> ...

== and back: the old answers are there again, and what was answered since where it fits
$ rung resume $ID1 --migrate --undo --yes
> Barista
> Session ID1: 2 answers are kept as they are, and one question is new.
>
> What you said before an earlier move counts again (3):
>   How well do you pull an espresso?
>     you said: Others come to me
>     counts again: Do it alone
>   Which kinds of milk have you steamed?
>     counts again: Dairy milk
>   Have you led a shift?
>     counts again: Yes
>
> Nothing is deleted. The way back: rung resume ID1 --migrate
> Moved back.
> Go on: rung resume ID1
$ rung resume $ID1 --migrate --undo --yes
! rung: session ID1 works with the content it was started with: there is no move to undo
? 2
$ rung resume $ID1 --migrate --yes | grep -A3 'counts again (1)'
> What you said before an earlier move counts again (1):
>   How good is your espresso?
>     you said: Do it alone
>     counts again: Others come to me

== used wrongly
$ rung resume $ID1 --undo
! rung: --undo takes back a move: write --migrate --undo (:back changes an answer)
? 2
$ rung resume nobody --migrate
! rung: there is no session "nobody": <*>
? 4

== newer content with mistakes moves nothing
$ echo 'nonsense: 1' >>"$BOX/content/rules/barista.yaml"
$ rung resume $ID1 --migrate --yes 2>&1 | tail -1
> rung: cannot use the role "barista": its files have mistakes; mend them, then try "rung check"
$ rm -r "$BOX/content/rules"
$ rung resume $ID1 --migrate --yes
! rung: there is no role "barista": <*>
? 4

== all of it is in the log, and deleted with the session
$ rung delete $ID1 --yes
> Deleted session ID1.
$ grep -c 'Have you led a shift' "$HOME/.local/share/rung/rung.db"
> 0
? 1

== the question that narrows most comes next, and the verdict ends it
$ printf '%s\n' senior 1 | rung take barista --quick | sed -n '/^This is the quick/,$p'
> This is the quick way: each question is the one that narrows your result most,
> and it stops as soon as nothing that is left can change the verdict.
>
> What you aim at: 0 answered, at most 9 to come
> Which step do you aim at?
>   1  Junior barista
>   2  Senior barista
>
> What you have done with your hands.
>
> Craft: 1 answered, at most 8 to come
> How well do you pull an espresso?
>   0  Never done it
>   1  Seen it done
>   2  Done it with help
>   3  Do it alone
>   4  Others come to me
>
> Your verdict is decided: Exploring
> Nothing that is left can change it, so you need not answer the others, up to 7
> questions.
> Going on would tell you more: your score, which is somewhere in 8–75 of 100 so
> far, would get closer, and you would see which gaps you have.
> Press Enter to see your result. Type "more" to go on with what is left; you can
> do that later too.
> ...
> The full report: rung report ID1
> Go on: rung resume ID1

== a decided session is told so at once; so say the report and :status
$ rung resume --quick | sed -n '/^Your verdict/p'
> Your verdict is decided: Exploring
$ rung report | grep -o 'no answers can change the verdict'
> no answers can change the verdict
$ printf ':status\n:quit\n' | rung resume | grep '^Verdict'
> Verdict: Exploring, whatever you answer to the rest.
$ printf ':status\n:quit\n' | rung resume --quick | grep '^Verdict'
> Verdict: Exploring, whatever you answer to the rest.

== more goes on with the full interview, in its own order, to its end
$ printf '%s\n' MORE 'dairy' y 2 40 2 n ':skip' | rung resume --quick | grep -E '^(Question|That was)|answered,'
> Question 3 of about 8
> Question 4 of about 9
> Question 5 of about 9
> Question 6 of 9
> Question 7 of 9
> Question 8 of 9
> Question 9 of 9
> That was the last question: 8 answered, 1 skipped.

== :back goes to what was shown before, :goto and a change of mind work, and it asks again
$ printf '%s\n' senior :back :back '' 3 :back 1 :back 4 :quit | rung take barista --quick | sed '1,/^and it/d' | grep -E '^[A-Z].*\?$|^Nothing was|to come$|decided|^Your answer so'
> What you aim at: 0 answered, at most 9 to come
> Which step do you aim at?
> Craft: 1 answered, at most 8 to come
> How well do you pull an espresso?
> What you aim at: 1 answered, at most 8 to come
> Which step do you aim at?
> Your answer so far: Senior barista. Enter keeps it.
> Nothing was shown before this. :review lists your answers.
> Craft: 1 answered, at most 8 to come
> How well do you pull an espresso?
> Guests: 2 answered, at most 7 to come
> A guest pushes to the front. What do you do?
> Craft: 2 answered, at most 7 to come
> How well do you pull an espresso?
> Your answer so far: Do it alone. Enter keeps it.
> Your verdict is decided: Exploring
> Craft: 2 answered, at most 7 to come
> How well do you pull an espresso?
> Your answer so far: Seen it done. Enter keeps it.
> Guests: 2 answered, at most 7 to come
> A guest pushes to the front. What do you do?

== what was skipped may keep the verdict open: nothing is asked that cannot help
$ printf '%s\n' junior 3 :skip :skip | rung take barista --quick | sed -n '/^What is left/,/later too/p'
> What is left cannot narrow your result any more.
> It stays between "Exploring" and "Ready", because of what you skipped. :review
> lists it, and a number there goes back to it.
> Press Enter to see your result. Type "more" to go on with what is left; you can
> do that later too.

== where nothing is left there is nothing to leave out
$ printf 'target_rung: junior\nespresso: 3\nmilk: [none]\nyears: 0\nqueue: smile\nremarks: none\n' >all.yaml; rung take barista --answers all.yaml --quick | grep -cE 'decided|That was the last question'
> 1
$ rung take barista --quick=yes
! rung: --quick takes no value; leave "=yes" away
? 2

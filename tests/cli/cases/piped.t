== answers from a pipe: the questions, no prompt, no colour
$ printf '%s\n' 1 3 dairy y 2 40 smile ':skip' | rung take barista | sed -n '/^What you aim/,$p'
> What you aim at
>
> Question 1 of about 8
> Which step do you aim at?
>   1  Junior barista
>   2  Senior barista
> One question fewer: "Have you led a shift?" is left out.
>
> Craft
> What you have done with your hands.
>
> Question 2 of about 7
> How well do you pull an espresso?
>   0  Never done it
>   1  Seen it done
>   2  Done it with help
>   3  Do it alone
>   4  Others come to me
>
> Question 3 of about 7
> Which kinds of milk have you steamed?
>   1  Dairy milk
>   2  Oat drink
>   3  Soy drink
>   4  None of them
> One question more: "Can you pour a pattern?" is asked, too.
>
> Question 4 of about 8
> Can you pour a pattern?
>   1  Yes
>   2  No
>
> Question 5 of about 8
> How long have you worked behind a counter?
>
> Question 6 of 8
> How many drinks do you make in a busy hour?
>
> Guests
>
> Question 7 of 8
> A guest pushes to the front. What do you do?
>   1  Send them back loudly
>   2  Say that the queue starts over there
>   Calm, and the others see that it is fair.
>
> Question 8 of 8
> Is there anything else?
>
> That was the last question: 7 answered, 1 skipped.
> ...
> The full report: rung report ID1

== the end of input before the end of the questions: saved, and it says how to go on
$ printf '1\n' | rung take barista | tail -1; echo ${PIPESTATUS[1]}
> Saved. Go on with: rung resume ID2
> 130
$ printf '3\n2\n:quit\n' | rung resume | tail -1; echo ${PIPESTATUS[1]}
> Saved. Go on with: rung resume ID2
> 0
$ rung list --json | grep answered
>     "answered": 3,
>     "answered": 7,

== a file of answers first, then the questions that are left
$ printf 'target_rung: junior\nespresso: 3\n' >a.yaml; printf ':quit\n' | rung take barista --answers a.yaml | grep '^Question'
> Question 3 of about 7
$ printf '1\n:quit\n' | rung take barista --answers a.yaml --name told | tail -1; rung list | grep -c 'told  3 of'
> Saved. Go on with: rung resume <*>
> 1

== bad lines are told, and the next line is tried
$ printf '%s\n' '' 9 shoe '"' $'\xff' $'\e[2J' ':nosuch' ':goto' '::' ':' | rung take barista | sed -n '/^Which step/,$p' | tail -n +4
> Please answer this one. ? shows help, :quit stops here.
> That is no answer here: type a number from 1 to 2, or the first letters of an
> answer.
> That is no answer here: type a number from 1 to 2, or the first letters of an
> answer.
> That is no answer here: type a number from 1 to 2, or the first letters of an
> answer.
> That is no answer here: type a number from 1 to 2, or the first letters of an
> answer.
> That is no answer here: type a number from 1 to 2, or the first letters of an
> answer.
> There is no command :nosuch; :help lists them.
> Which one? Put its number or a word of it behind :goto, such as ":goto 3".
> :review lists what you answered, with numbers.
> There is no command ::; :help lists them.
> A command follows the colon; :help lists them.
> Saved. Go on with: rung resume <*>

== a line without end
$ head -c 300000 /dev/zero | tr '\0' x | rung take barista | grep -c 'That line is too long'
> 1

== hostile text in an answer comes back the same, and is harmless on the way
$ printf '%s\n' 1 1 4 0 1 $'evil \e[31m\u202e \x7f "quoted" <b>' | rung take barista --name evil >out; grep -c $'[\e\u202e\x7f]' out
> 0
? 1
$ printf ':review\n' | rung resume evil | grep evil
>   6  Is there anything else?                   evil \x1b[31m\u{202e} \x7f "quot…
$ rung report evil | grep -c $'[\e\u202e\x7f]'
> 0
? 1
$ rung answer evil remarks=$'\xff'
! rung: cannot set remarks to "\xff": it <*>
! rung: nothing was saved
? 3

== without UTF-8 nothing else is shown
$ LC_ALL=C rung take barista --no-input --name 'Zoë – “x”' >/dev/null; LC_ALL=C rung list | LC_ALL=C grep -c $'[\x80-\xff]'; LC_ALL=C rung list | grep -o 'Zo.*"'
> 0
> Zo? - "x"
$ rung list | grep -c 'Zoë – “x”'
> 1
$ rung list --plain | LC_ALL=C grep -c $'[\x80-\xff]'
> 0
? 1
$ rung --plain | LC_ALL=C grep -c $'[\x80-\xff]'
> 0
? 1

== colour only where it is wanted
$ rung show barista | grep -c $'\e'; rung show barista --color always | grep -q $'\e\[1mBarista' && echo bold; NO_COLOR=1 rung show barista --color always | grep -q $'\e' && echo asked for
> 0
> bold
> asked for

== a text that cannot be kept is told; what begins like a command may be a text
$ printf 'target_rung: junior\nespresso: 3\nmilk: [none]\nyears: 0\nqueue: smile\n' >nearly.yaml; printf '%s\n' "$(printf '%0101d' 0)" $'\xff' ':-) yes' ':quit is what I said' | rung take barista --answers nearly.yaml | sed -n '/anything else/,/last question/p'
> Is there anything else?
> This cannot be kept: 101 characters, at most 100 fit.
> This cannot be kept: some of it is not UTF-8 text, so it cannot be read; type it
> again.
> There is no command :-); :help lists them. A text that begins with a colon takes
> two.
>
> That was the last question: 6 answered, 0 skipped.
$ echo :review | rung resume | grep 'what I said'
>   6  Is there anything else?                   :quit is what I said

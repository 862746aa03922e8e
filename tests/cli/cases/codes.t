== a code is explained
$ rung help RG0416
> error[RG0416]: these actions wait for each other: …
>
> `after` says what must be done before. Here each action waits for the next one
> in the circle, so nobody could ever begin.
>
> What to do: leave out one `after` of them.
>
> Wrong, in the rules
>     actions:
>       - {id: course, title: A course, kind: course, months: [1, 2], after: [job]}
>       - {id: job, title: A job, kind: experience, months: [6, 12], after: [course]}
>
> Right
>     actions:
>       - {id: course, title: A course, kind: course, months: [1, 2]}
>       - {id: job, title: A job, kind: experience, months: [6, 12], after: [course]}

== it may be written as one likes
$ for c in rg0416 0416 416 rg416; do rung help $c | diff - <(rung help RG0416) || echo $c; done

== as JSON
$ rung help RG0301 --json
> {
>   "code": "RG0301",
>   "severity": "error",
>   "message": "`…` takes …; this is …",
>   "mend": "write the kind of value that the key takes",
>   "why": "<*>",
>   "where": "a question",
>   "wrong": "required: yes",
>   "right": "required: true"
> }

== all of them, a line each
$ rung help codes | head -2
> RG0101  error    there is no expression here
> RG0102  error    the expression is longer than … bytes
$ diff <(rung help codes) <(rung help diagnostics)
$ rung help codes | sed 's/…/./g' | awk 'length > 80'
$ rung help codes --plain | head -2
> RG0101  error    there is no expression here
> RG0102  error    the expression is longer than ... bytes
$ rung help codes --json | grep -c '"code"' | diff - <(rung help codes | grep -c '^RG')

== every code explains itself
$ for c in $(rung help codes | sed -n 's/^\(RG[0-9]*\) .*/\1/p'); do rung help $c >out && grep -q "\[$c\]" out && grep -q '^Wrong, in ' out && grep -q '^Right$' out && grep -q '^What to do: ' out || echo $c; done

== there is no such code
$ rung help RG0199
! rung: there is no diagnostic RG0199: near it: RG0167, RG0201; "rung help codes" lists all
? 4
$ rung help RG0001
! rung: there is no diagnostic RG0001: near it: RG0101; "rung help codes" lists all
? 4
$ rung help RG12345
! rung: there is no command "RG12345": "rung help" lists what there is
? 2
$ rung help take --json
! rung: --json goes with "rung help codes" or a code
? 2

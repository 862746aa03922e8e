# Private notes on questions: with and without the interview, and in the report.
== written in the interview, from a file of lines; beside the answer, whether there is one or not
$ printf '%s\n' ':note  ask Paul about it ' 1 ':note' 'two words' 2 ':quit' | rung take barista --name anna | sed -n '/^Question/,$p' | grep -E 'ote|Which step|How well'
> Which step do you aim at?
> Noted. It stands in your report, and changes no points.
> How well do you pull an espresso?
> Type a note for yourself, on one line.
> Noted. It stands in your report, and changes no points.
$ rung note anna
> target_rung: ask Paul about it
> espresso: two words
$ rung list --json | grep '"answered"'
>     "answered": 2,

== shown with its question, replaced, left, removed
$ printf '%s\n' ':goto 1' ':note' '' ':note again' ':goto 2' ':note' '-' ':note -' ':quit' | rung resume anna | grep ote
> Your note: ask Paul about it
> Your note: ask Paul about it
> Noted, in place of your earlier note.
> Your note: two words
> Your note: two words
> Your note is removed.
> There is no note here.
$ rung note anna
> target_rung: again

== a long one is shown from its beginning, and whole when it is asked for
$ rung note anna "espresso=$(printf 'word %.0s' {1..60})" >/dev/null; printf '%s\n' ':goto 2' ':quit' | rung resume anna | grep -A2 'Your note'
> Your note: word word word word word word word word word word word word word word
> word word word word word word word word word word word word word word word word
> word word word word word word word word word word…
$ printf '%s\n' ':goto 2' ':note' ':quit' | rung resume anna | grep -c 'word$'
> 6

== commands where a note is asked for; a text that begins with a colon
$ printf '%s\n' ':note' ':status' ':note' '::-)' ':note' ':nosuch' ':note' ':note' ':back' ':quit' | rung resume anna | grep -E 'answered, |^Noted|no command|^Question'
> Question 3 of about 7
> Too early for a score: 2 of about 7 questions answered, 0 skipped.
> Noted. It stands in your report, and changes no points.
> There is no command :nosuch; :help lists them.
> Question 2 of about 7
$ rung note anna milk= | grep -c milk
> 0
? 1

== a text question takes a note, too, and its answer is another thing
$ printf 'target_rung: junior\nespresso: 3\nmilk: [none]\nyears: 0\nqueue: smile\n' >nearly.yaml; printf '%s\n' ':note to myself' '::note to you' | rung take barista --answers nearly.yaml --name text >/dev/null; rung note text
> remarks: to myself
$ rung report text | sed -n '/Your notes/,/^$/p;/to myself/p'
> ── Your notes ──────────────────────────────────────────────────────────────────
> You wrote these for yourself, and no points depend on them. Whoever you give
> this report to can read them.
>
>   to myself
$ printf ':review\n' | rung resume text | grep 'anything else'
>   6  Is there anything else?                   :note to you (note)

== there is nothing to note on at the end, and in the review
$ printf '%s\n' ':note x' ':review' ':note x' | rung resume text | grep 'note stands'
> A note stands with a question. Go to one by its number first.
> A note stands with a question. Go to one by its number first.

== limits: what cannot be kept is told, and the next line is for the question again
$ printf '%s\n' ":note $(printf '%02001d' 0)" ':note' "$(printf '%02001d' 0)" $':note \xff' 1 ':quit' | rung take barista --name long | sed -n '/^Question 1/,$p' | grep -E 'cannot|again|Question'
> Question 1 of about 8
> This note cannot be kept: 2001 characters, at most 2000 fit.
> This note cannot be kept: 2001 characters, at most 2000 fit.
> This note cannot be kept: some of it is not UTF-8 text, so it cannot be read;
> type it again.
> Question 2 of about 7
$ (printf ':note '; head -c 1000000 /dev/zero | tr '\0' x; printf '\n:note fits\n:quit\n') | rung resume long | grep -E 'too long|^Noted'
> That line is too long. Type a shorter one.
> Noted. It stands in your report, and changes no points.
$ rung note long "espresso=$(printf '%02000d' 0)" | tr -d ' \n' | grep -oE '0+' | wc -c
> 2001
$ rung note long "espresso=$(printf '%02001d' 0)"
! rung: this note cannot be kept: 2001 characters, at most 2000 fit
? 3
$ rung note long espresso=$'\xff'
! rung: this note cannot be kept: some of it is not UTF-8 text, so it cannot be read; type it again
? 3

== hostile text is kept as it is, and harmless wherever it is shown
$ printf '%s\n' $':note evil \e]0;x\a\e[31m\u202e \x7f "q" <b>' 1 ':goto 1' ':note' '' ':review' | rung take barista --name evil >out; rung note evil >>out; rung report evil >>out; rung note evil --json >j; rung report evil --json >>j; cat out j | grep -c $'[\e\a\u202e\x7f]'
> 0
? 1
$ grep -c 'evil .x1b]0;x' out
> 4
$ printf 'evil \e]0;x\a\e[31m\u202e \x7f "q" <b>' >told; for f in note report; do rung $f evil --json | python3 -c 'import json,sys; j=json.load(sys.stdin); print((j if isinstance(j,list) else j["remarks"])[0]["text"], end="")' | cmp - told; done

== in JSON under a name of its own: the notes of the rules are advice
$ rung report anna --json | sed -n '/"remarks": /,/}/p' 
>   "remarks": [
>     {
>       "question": "target_rung",
>       "text": "again"
>     },
$ rung take barista --no-input --name none --json | head -1; rung report none --json | grep '"remarks":'; rung note none; rung note none --json
> {
>   "remarks": [],
> There are no notes in session ID1.
> []
$ echo '{"id": 1, "answers": {}}' | rung score barista --full | grep -c '"remarks":'
> 0
? 1

== a note changes no answer and no score
$ rung report anna --json | grep -vE '"updated"|"text"' >before; rung note anna espresso=other >/dev/null; rung report anna --json | grep -vE '"updated"|"text"' | cmp - before

== used wrongly
$ rung note anna esspresso=x
! rung: there is no question "esspresso": did you mean espresso?
? 4
$ rung note anna espresso
! rung: cannot use "espresso": write QUESTION=TEXT
? 2
$ rung note nobody
! rung: <*>
? 4

== on the quick way, too
$ printf '%s\n' ':note quick' ':quit' | rung take barista --quick --name quick | grep ^Noted; rung note quick
> Noted. It stands in your report, and changes no points.
> target_rung: quick

== a move to newer content takes them along, and the way back brings them back
$ printf 'target_rung: senior\nespresso: 3\nmilk: [dairy]\nyears: 4\nlead: yes\n' >a.yaml; rung take barista --name moved --answers a.yaml --no-input >/dev/null; rung note moved espresso=stays >/dev/null; rung note moved lead=waits >/dev/null
$ sed -i -e 's/How well do you pull an espresso/How good is your espresso/' -e '/id: lead/,/when:/d' "$BOX/content/questionnaires/barista.yaml"; sed -i 's/lead ? 4 : 0/0/' "$BOX/content/rules/barista.yaml"
$ rung resume moved --migrate --yes | tail -2 | head -1; rung note moved
> Moved.
> espresso: stays
$ rung resume moved --migrate --undo --yes | tail -2 | head -1; rung note moved
> Moved back.
> espresso: stays
> lead: waits

== nothing but commands, many times
$ ulimit -s 1024; for i in {1..5000}; do printf ':review\n:note\n:help\n'; done | rung resume text | tail -1
> Saved. Go on with: rung resume <*>
? 0

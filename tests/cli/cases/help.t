== the list
$ rung help
> rung tells you how ready you are for a job, why, and what to do next.
>
> Usage: rung COMMAND [options]
>
> Commands
>   roles     list the roles that can be assessed
>   show      describe a role: its ladder, pay, facts and requirements
>   take      start a session and answer its questions
>   resume    go on where a session stopped
>   list      list your sessions
>   answer    set or change answers without the interview
>   note      list your private notes on questions, or write one
>   report    show what you have, what is missing, and how much each gap costs
>   plan      show the best way there: which steps, when, and for how much
>   ladder    show all rungs side by side, and which one you are ready for
>   what-if   try other answers: what they would change; nothing is saved
>   compare   show what moved between two sessions, or since a day
>   explain   tell where points come from, and what a gap rests on
>   delete    delete a session for good
>   score     score many answer sheets: JSON lines in, JSON lines out
>   check     check questionnaires and rules
>   eval      try an expression
>   new       write a questionnaire and rules for a new role, to begin with
>   schema    print the JSON Schema by which editors check content
>   help      explain a command, or what "rung check" says
>   version   show the version
> ...
$ rung --help | head -1
> rung tells you how ready you are for a job, why, and what to do next.
$ rung -h | head -1
> rung tells you how ready you are for a job, why, and what to do next.

== one command
$ rung help report
> Usage: rung report [SESSION] [options]
>
> Without SESSION it is the one used last. Works at any moment: what is not
> answered yet makes the score a range. --json is short for --format json.
>
> With -o the format follows from the end of FILE: .txt, .md, .html, .json, .csv
> or .pdf. FILE is written whole or not at all, and one that is there already
> stays as it is unless --force is given. An .html file is the one to mail and to
> read on a phone; nothing in it is loaded from elsewhere. A .pdf file is the one
> to print and to hand out: on A4 or Letter, as is usual in the country of LC_ALL,
> LC_PAPER or LANG.
>
> Options
>       --format text|markdown|html|json|csv|pdf
>                                how to write it; the first is the default
>   -o, --output FILE            write to FILE, whole or not at all
>       --force                  replace FILE if it is there already
>       --open                   show FILE when it is written
>       --paper a4|letter        the paper of a PDF (default: as usual where you
>                                are)
>       --redact                 leave out the name, the session and your own
>                                notes
>       --json                   write JSON, for programs
>
> Options of every command
>       --store PATH             keep sessions in the file PATH
>       --content DIR            take roles from DIR only; may be repeated
>       --color auto|always|never
>                                use colour (default: auto)
>       --plain                  plain lines of ASCII, for screen readers and logs
>   -h, --help                   show help and stop
$ diff <(rung help report) <(rung report --help)
$ diff <(rung help take) <(rung --help take)

== every command explains itself, and no line is too wide
$ for c in $(rung help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p'); do rung help $c >out || echo $c; awk -v c=$c 'length > 80 {print c": "$0}' out; rung $c --help | diff - out; done
$ COLUMNS=40 rung help | awk 'length > 40'

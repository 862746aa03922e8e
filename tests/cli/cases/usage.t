== an unknown command, with the near one
$ rung taek
! rung: there is no command "taek": did you mean "take"?
? 2
$ rung frobnicate
! rung: there is no command "frobnicate": "rung help" lists what there is
? 2
$ rung help taek
! rung: there is no command "taek": did you mean "take"?
? 2

== unknown options
$ rung list --jsno
! rung: there is no option --jsno; did you mean --json?
? 2
$ rung list -q
! rung: there is no option -q; if it is not meant as one, write -- before it
? 2
$ rung list --full
! rung: "rung list" takes no --full: "rung help list" says what it takes
? 2
$ rung --json
! rung: "rung" takes no --json: "rung help" says what it takes
? 2

== values of options
$ rung list --color purple
! rung: --color cannot be "purple": it takes auto, always or never
? 2
$ rung list --color=au
! rung: --color cannot be "au": it takes auto, always or never
? 2
$ rung list --json=yes
! rung: --json takes no value; leave "=yes" away
? 2
$ rung list --store
! rung: --store needs a value: --store PATH
? 2
$ rung list --store=
! rung: --store needs a value: --store PATH
? 2
$ rung report --format docx
! rung: --format cannot be "docx": it takes text, <*>
? 2
$ rung report -o
! rung: -o or --output needs a value: --output FILE
? 2

== too few words, too many
$ rung show
! rung: ROLE is missing: usage: rung show ROLE [options]
? 2
$ rung show a b
! rung: there is no place for "b": usage: rung show ROLE [options]
? 2
$ rung what-if
! rung: Q=VALUE is missing: usage: rung what-if [SESSION] Q=VALUE... [options]
? 2
$ rung answer abc
! rung: Q=VALUE is missing: usage: rung answer SESSION Q=VALUE... [options]
? 2
$ rung eval
! rung: there is no expression: usage: rung eval EXPRESSION [SESSION] [options]
? 2
$ rung eval 1 --ndjson
! rung: --ndjson reads its expressions from standard input: leave EXPRESSION away
? 2

== control characters in words do not reach the terminal
$ rung $'\e[31mred'
! rung: there is no command "\x1b[31mred": "rung help" lists what there is
? 2

== options stand anywhere, -- ends them
$ rung --store s.db list
> No sessions yet. Start one with: rung take
$ rung list --store=s.db
> No sessions yet. Start one with: rung take
$ rung list -- --json
! rung: there is no place for "--json": usage: rung list [options]
? 2

== looking makes no store
$ rung; rung list; rung report; find "$HOME" -type f
> ...
> No sessions yet. Start one with: rung take
! rung: there is no session yet: start one with "rung take"

== version
$ rung version
> rung <*>
$ rung --version
> rung <*>
$ rung -V
> rung <*>

== nobody says where the data is
$ env -u HOME rung list
! rung: cannot tell where sessions are kept: neither HOME nor XDG_DATA_HOME names a folder; name the file with --store
? 1

== an output that cannot be written
$ rung help >/dev/full
! rung: the output is not complete: No space left on device
? 1
$ rung help | head -1; echo ${PIPESTATUS[0]} | grep -E '^[01]$' >/dev/null
> rung tells you how ready you are for a job, why, and what to do next.

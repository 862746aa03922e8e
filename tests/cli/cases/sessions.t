== answers from a file, nothing asked
$ printf 'target_rung: junior\nespresso: 3\nmilk: [dairy, oat]\n' >a.yaml
$ rung take barista --name anna --answers a.yaml --no-input
> Session ID1: Barista, 3 of about 8
> Score: <*> of 100
> Report: rung report ID1
> Go on: rung resume ID1
$ stat -c %a "$HOME/.local/share/rung/rung.db" "$HOME/.local/share/rung"
> 600
> 700

== the same as JSON, from standard input, and told as JSON
$ echo '{"target_rung": "senior"}' | rung take barista --answers - --json
> {
>   "id": "ID2",
>   "name": "",
>   "role": "barista",
> ...
> }

== the list
$ rung list
> ID      ROLE     NAME  PROGRESS      SCORE   WHEN
> ID2  barista        1 of about 8  0–100   just now
> ID1  barista  anna  3 of about 8  66–100  just now
$ rung list --json | grep -E '"(id|name)"'
>     "id": "ID2",
>     "name": "",
>     "id": "ID1",
>     "name": "anna",
$ rung list --plain | head -3
> ID: ID2
> ROLE: barista
> PROGRESS: 1 of about 8

== change answers by id, by prefix, by name
$ rung answer anna espresso=4 'milk=oat, soy'
> espresso: Others come to me
> milk: Oat drink; Soy drink
> Saved in session ID1: <*>
$ rung answer ${ID1:0:5} milk=none art=yes
> milk: None of them
> art: Yes (kept, but not asked with these answers)
> Saved in session ID1: <*>
$ rung answer $ID1 milk= --json | grep '"answered"'
>   "answered": 2,

== mistakes change nothing
$ cp "$HOME/.local/share/rung/rung.db" before.db
$ rung answer anna esspresso=3
! rung: there is no question "esspresso": did you mean espresso?
! rung: nothing was saved
? 4
$ rung answer anna espresso=9 queue=smile years=90
! rung: cannot set espresso to "9": it takes <*>
! rung: cannot set years to "90": it takes a number from 0 to 40<*>
! rung: nothing was saved
? 3
$ rung answer anna espresso
! rung: cannot use "espresso": write QUESTION=VALUE
! rung: nothing was saved
? 2
$ rung answer nosuch espresso=1
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ rung report nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4
$ printf 'target_rung: nobody\nespresso: 7\nmlik: []\n' >bad.yaml; rung take barista --answers bad.yaml --no-input
! bad.yaml:1:14: error<*>
! ...
! bad.yaml:2:11: error<*>
! ...
! bad.yaml:3:1: error<*>
! ...
! rung: no session was started: mend bad.yaml and try again
? 3
$ echo 'a: [' >broken.yaml; rung take barista --answers broken.yaml --no-input 2>&1 | tail -1
> rung: no session was started: mend broken.yaml and try again
$ echo '- a' >list.yaml; rung take barista --answers list.yaml --no-input
! rung: cannot use list.yaml: it holds no "question: value" lines
! rung: no session was started: mend list.yaml and try again
? 3
$ cmp before.db "$HOME/.local/share/rung/rung.db" && rung list --json | grep -c '"id"'
> 2

== the report
$ rung report anna | head -3
> ...
> <*>Barista<*>
> ...
$ rung report anna --format json | head -2
> {
>   "format": "rung-report/1",
$ rung report anna --format json -o out.json; head -2 out.json; rung report --format json | cmp - out.json
> {
>   "format": "rung-report/1",
$ rung report anna -o . 2>&1; rung report anna -o no/such/place
> rung: cannot write .: it is a directory, not a file; choose another place with -o
! rung: cannot write no/such/place: No such file or directory; choose another place with -o
? 1
$ rung report anna -o /dev/full; test -c /dev/full && echo still there
> still there
! rung: cannot write /dev/full: it is a device, not a file; choose another place with -o
$ echo old >mine.txt; ln -s mine.txt link.txt; rung report anna -o link.txt --force; test -L link.txt && grep -c Barista mine.txt >n; test $(cat n) -gt 0; ls
> a.yaml
> bad.yaml
> before.db
> broken.yaml
> link.txt
> list.yaml
> mine.txt
> n
> out.json

== names that fit several
$ rung take clerk --name anna --answers /dev/stdin --no-input </dev/null
! rung: cannot read /dev/stdin: it is a device, not a file
? 1
$ echo '{}' >empty.json; rung take clerk --name anna --answers empty.json --no-input | head -1
> Session ID3: Clerk, 0 of 1
$ rung report anna
! rung: "anna" fits several sessions: write one of ID3, ID1
? 4

== home
$ rung
> rung tells you how ready you are for a job, why, and what to do next.
>
> Not finished
>   ID3  Clerk (anna): 0 of 1, just now
>   ID1  Barista (anna): <*>, just now
>   ID2  Barista: <*>, just now
>
> Roles you can look at and try
>   barista  Barista
>   clerk    Clerk
>
> Next
>   rung resume ID3
>   rung take
>   rung help
$ mkdir -p one/rules one/questionnaires; cp "$BOX"/content/rules/clerk.yaml one/rules/; cp "$BOX"/content/questionnaires/clerk.yaml one/questionnaires/; rung --content one | tail -3
>   rung resume ID3 --content one
>   rung take clerk --content one
>   rung help --content one

== delete: standard input is no terminal, so nothing is asked, and the id has to be whole
$ rung delete $ID3
> Deleted session ID3.
$ rung delete $ID3
! rung: there is no session "ID3": "rung list" shows those there are
? 4
$ rung delete anna --yes && rung list --json | grep -c '"id"'
> Deleted session ID1.
> 1

== names
$ rung take clerk --no-input --name "$(head -c 201 /dev/zero | tr '\0' x)"
! rung: cannot use that --name: it is longer than 200 bytes; write a shorter, plain one
? 2
$ rung take clerk --no-input --name $'a\xff'
! rung: cannot use that --name: it is not UTF-8; write a shorter, plain one
? 2
$ rung take clerk --no-input --name $'\e[2Jx\u202e' | head -1; rung list | grep -c $'[\e\u202e]'
> Session ID4: Clerk, 0 of 1
> 0
? 1

== nothing answered yet: no score, and none is shown
$ rung take barista --name empty --no-input </dev/null
> Session ID5: Barista, 0 of <*>
> Score: not yet
> Report: rung report ID5
> Go on: rung resume ID5
$ rung list | grep empty
> ID5  barista  empty             0 of about 8  not yet  just now

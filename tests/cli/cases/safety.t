# What must not be lost, and what is done without somebody looking on.
== a report never replaces the store, however its file is named
$ rung take clerk --no-input --name kept --store s.db | tail -1
> Go on: rung resume ID1 --store s.db
$ ln -s s.db link; ln s.db hard; mkdir d; ln -s .. d/up
$ for f in s.db link hard ./s.db d/../s.db d/up/s.db "$PWD/s.db" s.db-wal s.db-shm s.db-journal d/up/s.db-wal; do rung report --store s.db -o $f || echo "$?"; done
! rung: cannot write s.db: your sessions are kept there; choose another place with -o
! rung: cannot write link: your sessions are kept there; choose another place with -o
! rung: cannot write hard: your sessions are kept there; choose another place with -o
! rung: cannot write ./s.db: your sessions are kept there; choose another place with -o
! rung: cannot write d/../s.db: your sessions are kept there; choose another place with -o
! rung: cannot write d/up/s.db: your sessions are kept there; choose another place with -o
! rung: cannot write <*>/s.db: your sessions are kept there; choose another place with -o
! rung: cannot write s.db-wal: your sessions are kept there; choose another place with -o
! rung: cannot write s.db-shm: your sessions are kept there; choose another place with -o
! rung: cannot write s.db-journal: your sessions are kept there; choose another place with -o
! rung: cannot write d/up/s.db-wal: your sessions are kept there; choose another place with -o
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
> 1
$ rung report --store link -o s.db; rung report --store hard -o link; RUNG_STORE=s.db rung report -o link; rung list --store s.db --json | grep -c '"kept"'
! rung: cannot write s.db: your sessions are kept there; choose another place with -o
! rung: cannot write link: your sessions are kept there; choose another place with -o
! rung: cannot write link: your sessions are kept there; choose another place with -o
> 1

== nor what is no file
$ mkfifo p; timeout 5 rung report --store s.db -o p; timeout 5 rung report --store s.db -o /dev/null
! rung: cannot write p: it is a pipe, not a file; choose another place with -o
! rung: cannot write /dev/null: it is a device, not a file; choose another place with -o
? 1

== another file is replaced by a finished report
$ echo old >r.txt; rung report --store s.db -o r.txt --force; grep -c old r.txt; ls | grep -c new
> 0
> 0
? 1

== many at once: every answer is taken
$ rung take barista --no-input --name many --store m.db >/dev/null; for i in $(seq 20); do rung answer many remarks="text $i" --store m.db >out.$i 2>&1 & done; wait; cat out.* | grep -c '^Saved'; cat out.* | grep -c 'rung:'
> 20
> 0
? 1

== the output is lost, the session is not, and that is said
$ rung take clerk --no-input --store b.db >&-
! rung: the output is not complete: Bad file descriptor; all the same, session ID<*> is saved
? 1
$ rung list --store b.db --json | grep -c '"id"'
> 1
$ rung answer "$(rung list --store b.db --json | grep -oE '[a-z2-9]{6}' | head -1)" filing=yes --store b.db >/dev/full
! rung: the output is not complete: No space left on device; all the same, session ID<*> is saved
? 1

== delete asks nothing where there is no terminal
$ rung delete ${ID1%?} --store s.db
> Deleted session ID1.
$ rung delete $ID1 --store s.db
! rung: there is no session "ID1": "rung list" shows those there are
? 4

== one value for one question
$ rung take clerk --no-input --name twice --store s.db >/dev/null; rung answer twice filing=yes filing=no --store s.db
! rung: filing stands twice: leave one of its values away
! rung: nothing was saved
? 3

== a long value is not repeated whole
$ rung answer twice filing=$(head -c 120000 /dev/zero | tr '\0' x) --store s.db
! rung: cannot set filing to "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...": it takes yes or no
! rung: nothing was saved
? 3
$ for c in show list take report resume; do rung $c --store s.db $(head -c 5000 /dev/zero | tr '\0' x) 2>&1 | wc -c | awk '{print ($1 < 250)}'; done
> 1
> 1
> 1
> 1
> 1

== an id in capitals is the same id; a tab is a blank
$ rung take barista --no-input --name tabs --store t.db >/dev/null; id=$(rung list --store t.db --json | grep '"id"' | cut -d'"' -f4); rung answer ${id^^} remarks=$'a\tb' --store t.db | head -1; rung delete ${id^^} --yes --store t.db | cut -c1-15
> remarks: a b
> Deleted session

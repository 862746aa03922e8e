== a store to work with
$ rung take clerk --no-input --store s.db >/dev/null; stat -c %a s.db
> 600

== not a database
$ echo 'hello there' >text.db; cp text.db text.was
$ rung list --store text.db
! rung: cannot use the store text.db: <*>; it was left as it is; name another with --store
? 1
$ rung take clerk --no-input --store text.db
! rung: cannot use the store text.db: <*>; it was left as it is; name another with --store
? 1
$ cmp text.db text.was

== a newer store
$ cp s.db newer.db; printf '\x7f\xff\xff\xff' | dd of=newer.db bs=1 seek=60 conv=notrunc status=none; cp newer.db newer.was
$ rung list --store newer.db
! rung: cannot use the store newer.db: <*>newer<*>
? 1
$ cmp newer.db newer.was

== a folder, a pipe, a device as a store
$ mkdir d; mkfifo p
$ rung take clerk --no-input --store d
! rung: cannot use the store d: <*>
? 1
$ timeout 10 rung take clerk --no-input --store p
! rung: cannot use the store p: <*>
? 1
$ timeout 10 rung list --store /dev/null
! rung: cannot use the store /dev/null: <*>
? 1
$ test -d d && test -p p && test -c /dev/null && ls d

== $RUNG_STORE, and --store before it
$ RUNG_STORE=s.db rung list --json | grep -c '"id"'
> 1
$ RUNG_STORE=s.db rung list --store other.db
> No sessions yet. Start one with: rung take
$ XDG_DATA_HOME="$PWD/data" rung take clerk --no-input >/dev/null; ls data/rung/rung.db
> data/rung/rung.db
$ rung take clerk --no-input --store 'a b.db' | tail -1
> Go on: rung resume ID<*> --store 'a b.db'

== no room on the disk: the store is as it was
$ cp s.db full.db; printf 'filing: true\n' >a.yaml
$ (ulimit -f 8; trap '' XFSZ; rung take clerk --answers a.yaml --no-input --store new.db) 2>err; echo $?; grep -c '^rung: ' err; rm -f new.db*
> 1
> 1

== what is in the way is named
$ rung take clerk --no-input --store r.db >/dev/null; ln -s r.db soft.db; rung list --store soft.db --json | grep -c '"id"'; ln -s nowhere dangling.db
> 1
$ for s in d p /dev/null dangling.db r.db/x.db $(head -c 300 /dev/zero | tr '\0' x); do rung list --store $s; done 2>&1 | sed 's/x\{9,\}/X/'
> rung: cannot use the store d: it is a directory, not a file; name another with --store
> rung: cannot use the store p: it is a pipe, not a file; name another with --store
> rung: cannot use the store /dev/null: it is a device, not a file; name another with --store
> rung: cannot use the store dangling.db: it is a symbolic link that leads nowhere; name another with --store
> rung: cannot use the store r.db/x.db: Not a directory; name another with --store
> rung: cannot use the store X: File name too long; name another with --store
$ mkdir closed; rung take clerk --no-input --store closed/c.db >/dev/null; chmod 777 .; chmod 755 closed; chmod 0 closed/c.db; as_nobody rung list --store closed/c.db; chmod 700 closed; as_nobody rung list --store closed/c.db; true
! rung: cannot use the store closed/c.db: Permission denied; name another with --store
! rung: cannot use the store closed/c.db: Permission denied; name another with --store

== a HOME that would move with the folder is none
$ HOME=rel rung list; ls -d rel
! rung: cannot tell where sessions are kept: <*>
! ls: <*>
? 2

== a folder of RUNG_CONTENT that is not there is told
$ RUNG_CONTENT=/no/such:$RUNG_CONTENT rung show clrk
! rung: RUNG_CONTENT names /no/such: there is no such folder; it is left out
! rung: there is no role "clrk": did you mean "clerk"?
? 4

== hints can be pasted
$ rung take clerk --no-input --store s.db --content ../content | tail -1
> Go on: rung resume ID<*> --store s.db --content ../content
$ rung take clerk --no-input --store $'a\033\n\'b.db' | tail -1
> Go on: rung resume ID<*> --store $'a\033\012\047b.db'

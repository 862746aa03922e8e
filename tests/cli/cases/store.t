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

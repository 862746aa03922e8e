# Runs as somebody who is not root, so that permissions mean something: as_nobody COMMAND.

== a store that may not be written
$ printf 'filing: true\n' >a.yaml; rung take clerk --name anna --answers a.yaml --no-input --store s.db >/dev/null; cp s.db was.db
$ chmod 444 s.db; chmod 555 .; as_nobody rung list --store s.db | tail -1 | cut -c9-
> clerk  anna  done      100    just now
$ as_nobody rung answer anna filing=no --store s.db
! rung: <*>may not be written<*>
? 1
$ as_nobody rung take clerk --no-input --store s.db
! rung: <*>may not be written<*>
? 1
$ as_nobody rung delete anna --store s.db
! rung: <*>may not be written<*>
? 1
$ as_nobody rung take clerk --no-input --store new.db
! rung: cannot use the store new.db: <*>
? 1
$ chmod 755 .; chmod 644 s.db; cmp s.db was.db; ls *.db
> s.db
> was.db

== a file that may not be read
$ cp a.yaml secret.yaml; chmod 000 secret.yaml; as_nobody rung take clerk --answers secret.yaml --no-input --store new.db
! rung: cannot read secret.yaml: Permission denied
? 1
$ chmod 000 s.db; as_nobody rung list --store s.db
! rung: cannot use the store s.db: <*>
? 1
$ chmod 644 s.db secret.yaml

== no room: the answer is refused, what was there stays
$ rung take barista --name bert --no-input --store s.db >/dev/null; rung report bert --format json --store s.db >before.json
$ kib=$(($(stat -c %s s.db) / 1024 + 1)); text=$(head -c 90 /dev/zero | tr '\0' x); (ulimit -f $kib; trap '' XFSZ; for i in $(seq 200); do rung answer bert "remarks=$text $i" --store s.db >/dev/null 2>err || break; done; echo "stopped: $((i < 200))"); cat err
> stopped: 1
> rung: the answers could not be saved: <*>
$ rung report bert --format json --store s.db | grep -c '"answered"\|"unanswered"'
> 1
$ kib=$(($(stat -c %s s.db) / 1024 + 1)); text=$(head -c 90 /dev/zero | tr "\0" x); (ulimit -f $kib; trap '' XFSZ; { echo 1; for i in $(seq 200); do printf ':goto remarks\n%s %d\n' $text $i; done; } | rung resume bert --store s.db >out; echo ${PIPESTATUS[1]}) 2>err; cat err
> 1
> rung: this answer could not be saved: <*>
$ rung report bert --format json --store s.db | head -2
> {
>   "format": "rung-report/1",

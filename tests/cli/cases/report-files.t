== a report as a file: its name tells the format
$ rung take barista --no-input --name anna >/dev/null
$ rung list --json | grep '"id"'
>     "id": "ID1",
$ for f in r.txt r.md r.html r.JSON r.csv plain; do rung report anna -o $f && head -1 $f | cut -c1-20; done; ls
> Barista: how ready y
> # Barista: how ready
> <!DOCTYPE html>
> {
> id,title,dimension,n
> Barista: how ready y
> plain
> r.JSON
> r.csv
> r.html
> r.md
> r.txt
$ rung report anna --format html | cmp - r.html && rung report anna --format csv -o csv.txt && cmp csv.txt r.csv
$ rung report anna -o r.docx
! rung: cannot tell the format from the name r.docx: end it in one of .txt, .md, <*>, or say --format
? 2
$ ls r.docx 2>/dev/null
? 2

== what is there stays, unless it is said
$ echo mine >mine.md; rung report anna -o mine.md; cat mine.md
> mine
! rung: mine.md is there already and stays as it is: --force replaces it
$ rung report anna -o mine.md --force; head -1 mine.md; ls | grep -c '\.new$'
> # Barista: how ready you are
> 0
? 1
$ ln -s nowhere.md dangling.md; rung report anna -o dangling.md
! rung: cannot write dangling.md: File exists; choose another place with -o
? 1
$ rung report anna --force
! rung: --force needs a file: add -o FILE
? 2

== to be handed on: who it is stays at home
$ rung note anna espresso=secret >/dev/null; for f in text markdown html json; do rung report anna --format $f | grep -c -e anna -e secret; done
> 2
> 2
> 2
> 2
$ for f in text markdown html json csv; do rung report anna --format $f --redact | grep -c -e anna -e $ID1 -e secret; done
> 0
> 0
> 0
> 0
> 0
? 1
$ rung report anna --redact | grep 'Left out'
>   Left out<*>the name, the session and the person's own notes
$ rung report anna --redact --json | grep -A2 '"session"'
>   "session": {
>     "id": "",
>     "name": "",

== shown by the program that the system has for it
$ rung report anna -o no.html --open; ls no.html
> no.html
! rung: no.html is written, but xdg-open cannot show it: open it by hand
$ printf '#!/bin/sh\necho "$1" >opened\n' >"$BOX/bin/xdg-open"; chmod +x "$BOX/bin/xdg-open"; rung report anna -o ./http:x.html --open; sed "s|$PWD|HERE|" opened
> HERE/http:x.html
$ rung report anna --open
! rung: --open needs a file: add -o FILE
? 2

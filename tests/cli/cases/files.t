== what is no file is refused at once
$ mkdir d; mkfifo p; truncate -s 20G huge.yaml; ln -s nowhere dangling
$ rung take barista --answers d --no-input
! rung: cannot read d: it is a directory, not a file
? 1
$ timeout 5 rung take barista --answers p --no-input
! rung: cannot read p: it is a pipe, not a file; --answers - reads standard input
? 1
$ rung take barista --answers /dev/zero --no-input
! rung: cannot read /dev/zero: it is a device, not a file
? 1
$ timeout 5 rung take barista --answers huge.yaml --no-input
! rung: cannot read huge.yaml: it is larger than 8 MiB
? 1
$ rung take barista --answers nosuch.yaml --no-input
! rung: cannot read nosuch.yaml: No such file or directory
? 1
$ rung take barista --answers dangling --no-input
! rung: cannot read dangling: No such file or directory
? 1
$ head -c 9000000 /dev/zero | rung take barista --answers - --no-input
! rung: cannot read standard input: it is larger than 8 MiB
? 1
$ find "$HOME" -type f

== the same for check
$ timeout 5 rung check d p huge.yaml nosuch.yaml /dev/null
! rung: cannot read d: it is a directory; --content d checks what is in it
! rung: cannot read p: it is a pipe, not a file
! rung: cannot read nosuch.yaml: No such file or directory
! rung: cannot read /dev/null: it is a device, not a file
! huge.yaml:1:1: error[RG0202]: the file is larger than 8 MiB
! ...
> 1 file, 0 roles, 0 examples: 1 error, 0 warnings
? 3

== and for score
$ rung score barista d
! rung: cannot read d: it is a directory, not a file
? 1
$ rung score barista nosuch
! rung: cannot read nosuch: No such file or directory
? 1

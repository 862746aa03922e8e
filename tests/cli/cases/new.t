== in the folder one is in, if it is one of content
$ mkdir questionnaires rules; env -u RUNG_CONTENT rung new sales-clerk
> Sales Clerk has a beginning, for you to change:
>   what rung asks         questionnaires/sales-clerk.yaml
>   what the job requires  rules/sales-clerk.yaml
>
> Next
>   rung check rules/sales-clerk.yaml --content .
>   rung take sales-clerk --content .
$ ls questionnaires rules
> questionnaires:
> sales-clerk.yaml
>
> rules:
> sales-clerk.yaml

== what it holds is sound, and needs no other content
$ rung check --strict --content .
> 2 files, 1 role, 4 examples: all good
$ rung take sales-clerk --content . --no-input
> <*>
> ...
$ grep -c 'sample\|Sample' questionnaires/sales-clerk.yaml rules/sales-clerk.yaml
> questionnaires/sales-clerk.yaml:0
> rules/sales-clerk.yaml:0
? 1
$ LC_ALL=C grep -c '[^ -~]' questionnaires/sales-clerk.yaml rules/sales-clerk.yaml
> questionnaires/sales-clerk.yaml:0
> rules/sales-clerk.yaml:0
? 1

== mistakes are told at the place as one would write it
$ sed -i 's/type: yes-no/type: yesno/' questionnaires/sales-clerk.yaml; rung check --content . 2>&1 | grep 'error\['
> questionnaires/sales-clerk.yaml:<*>: error[<*>]: <*>

== one's own data folder, which is private
$ cd "$HOME" && env -u RUNG_CONTENT rung new shop-help
> Shop Help has a beginning, for you to change:
>   what rung asks         BOX/home/.local/share/rung/questionnaires/shop-help.yaml
>   what the job requires  BOX/home/.local/share/rung/rules/shop-help.yaml
>
> Next
>   rung check BOX/home/.local/share/rung/rules/shop-help.yaml
>   rung take shop-help
$ stat -c %a "$HOME/.local/share/rung"
> 700
$ env -u RUNG_CONTENT rung show shop-help | head -1
> Shop Help
$ cd / && env -u RUNG_CONTENT -u HOME rung new nowhere
! rung: cannot tell where your content is kept: neither HOME nor XDG_DATA_HOME names a folder; name one with --content DIR
? 1

== the folder that is named, made if it is not there
$ rung new shop-help --content "my roles/new"
> Shop Help has a beginning, for you to change:
>   what rung asks         my roles/new/questionnaires/shop-help.yaml
>   what the job requires  my roles/new/rules/shop-help.yaml
>
> Next
>   rung check 'my roles/new/rules/shop-help.yaml' --content 'my roles/new'
>   rung take shop-help --content 'my roles/new'
$ rung check 'my roles/new/rules/shop-help.yaml' --content 'my roles/new'
> ...
> 1 file, 1 role, 4 examples: all good
$ mkdir one; RUNG_CONTENT=$PWD/one:$BOX/content rung new shop-help --json
> {
>   "role": "shop-help",
>   "title": "Shop Help",
>   "questionnaire": "BOX<*>/one/questionnaires/shop-help.yaml",
>   "rules": "BOX<*>/one/rules/shop-help.yaml"
> }

== a title of one's own
$ rung new a1 --content t --title '  The "A" \ Team: #1 & é ' && rung show a1 --content t | head -1
> The "A" \ Team: #1 & é has a beginning, for you to change:
> ...
> The "A" \ Team: #1 & é
$ rung new a2 --content t --title ' '
! rung: --title takes one line of text: " " is none
? 2
$ rung new a2 --content t --title $'a\nb'
! rung: --title takes one line of text: "a\x0ab" is none
? 2
$ rung new a2 --content t --title $'a\xff'
! rung: --title takes one line of text: "a\xff" is none
? 2
$ ls t/rules
> a1.yaml

== ids
$ rung new "Sales Clerk" --content t
! rung: "Sales Clerk" cannot be the id of a role, which has small letters, and hyphens between words: did you mean `sales-clerk`?
? 2
$ rung new sales_clerk --content t
! rung: "sales_clerk" cannot be the id of a role, which has small letters, and hyphens between words: did you mean `sales-clerk`?
? 2
$ rung new ../../etc/passwd --content t
! rung: "../../etc/passwd" cannot be the id of a role, which has small letters, and hyphens between words: did you mean `etc-passwd`?
? 2
$ rung new '!?' --content t
! rung: "!?" cannot be the id of a role: write at most 64 small letters and digits, with a hyphen between words, such as sales-clerk
? 2
$ rung new $(printf 'a%.0s' $(seq 65)) --content t
! rung: "<*>..." cannot be the id of a role: write at most 64 <*>
? 2
$ rung new $(printf 'a%.0s' $(seq 64)) --content t
> ...
$ rung new null --content t
! rung: "null" cannot be the id of a role: in YAML it is no text; add a word, as in null-clerk
? 2
$ rung new --content t
! rung: ROLE is missing: usage: rung new ROLE [options]
? 2
$ ls t/rules
> a1.yaml
> aaaa<*>.yaml

== nothing is ever written over
$ mkdir -p b/questionnaires b/rules; echo mine >b/rules/baker.yaml; rung new baker --content b
! rung: there is b/rules/baker.yaml already, and it stays as it is; choose another id, or another folder with --content DIR
? 1
$ cat b/rules/baker.yaml; ls b/questionnaires
> mine
$ mv b/rules/baker.yaml b/questionnaires/; rung new baker --content b
! rung: there is b/questionnaires/baker.yaml already, and it stays as it is; choose another id, or another folder with --content DIR
? 1
$ cat b/questionnaires/baker.yaml; ls b/rules
> mine
$ ln -s nowhere b/rules/smith.yaml; rung new smith --content b
! rung: cannot write b/rules/smith.yaml: File exists; nothing was left behind; choose another folder with --content DIR
? 1
$ ls b/rules b/questionnaires
> b/questionnaires:
> baker.yaml
>
> b/rules:
> smith.yaml
$ rung new barista
! rung: there is BOX/content/rules/barista.yaml already, and it stays as it is; choose another id, or another folder with --content DIR
? 1

== both files or none
$ mkdir -p n/questionnaires n/rules; chmod 777 n n/questionnaires; chmod 555 n/rules; as_nobody rung new clerk2 --content n
! rung: cannot write n/rules/clerk2.yaml: Permission denied; nothing was left behind; choose another folder with --content DIR
? 1
$ find n -type f
$ chmod 555 n/questionnaires; as_nobody rung new clerk2 --content n
! rung: cannot write n/questionnaires/clerk2.yaml: Permission denied; choose another folder with --content DIR
? 1
$ mkdir f; chmod 555 f; as_nobody rung new clerk2 --content f
! rung: cannot make the folders in f: Permission denied; choose another folder with --content DIR
? 1
$ echo >file; rung new clerk2 --content file
! rung: cannot make the folders in file: Not a directory; choose another folder with --content DIR
? 1
$ rung new clerk2 --content file/x
! rung: cannot make the folders in file/x: Not a directory; choose another folder with --content DIR
? 1
$ mkdir g; rung new full --content g >/dev/full
! rung: the output is not complete: No space left on device; all the same, g/questionnaires/full.yaml and g/rules/full.yaml are written
? 1

== where editors find the schemas
$ mkdir -p s/docs/schema; rung new editor --content s >/dev/null; head -qn1 s/*/editor.yaml
> # yaml-language-server: $schema=../docs/schema/rung-questionnaire-1.schema.json
> # yaml-language-server: $schema=../docs/schema/rung-rules-1.schema.json
$ head -qn1 t/*/a1.yaml
> # yaml-language-server: $schema=<*>/docs/schema/rung-questionnaire-1.schema.json
> # yaml-language-server: $schema=<*>/docs/schema/rung-rules-1.schema.json

== all content on the path
$ rung check
> 4 files, 2 roles, 3 examples: all good

== files, with their partners beside them
$ rung check "$BOX/content/rules/barista.yaml"
> BOX/content/rules/barista.yaml: with<*>
> ...
> 1 file, 1 role, 2 examples: all good
$ rung check "$BOX/content/questionnaires/clerk.yaml"
> BOX/content/questionnaires/clerk.yaml: nothing is proven<*>
> ...
> 1 file, 0 roles, 0 examples: all good
$ cp "$BOX"/content/rules/clerk.yaml r.yaml; cp "$BOX"/content/questionnaires/clerk.yaml q.yaml; rung check r.yaml q.yaml
> 2 files, 1 role, 1 example: all good
$ cd "$BOX/content/rules" && rung check clerk.yaml
> clerk.yaml: with the questionnaire ../questionnaires/clerk.yaml
> 1 file, 1 role, 1 example: all good

== every mistake of all files, once, in file order
$ mkdir -p c/rules c/questionnaires; sed 's/type: yes-no/type: yesno/; s/title: Only/titel: Only/' q.yaml >c/questionnaires/clerk.yaml; cp r.yaml c/rules/clerk.yaml; cp r.yaml c/rules/clerk2.yaml; rung check --content c 2>&1 | grep -E '^[a-z0-9]+[/ ]' | cut -d[ -f1
> c/questionnaires/clerk.yaml:7:5: error
> c/questionnaires/clerk.yaml:9:28: error
> c/rules/clerk2.yaml:2:5: error
> 3 files, 0 roles, 0 examples: 3 errors, 0 warnings
$ rung check --content c >/dev/null 2>&1
? 3

== an example that does not hold
$ sed 's/verdict: ready, score: \[100, 100\]/verdict: nearly/' "$BOX"/content/rules/barista.yaml >"$BOX"/content/wrong.yaml; mkdir x; mv "$BOX"/content/wrong.yaml x/barista.yaml; rung check x/barista.yaml
> x/barista.yaml: with<*>
> ...
> 1 file, 1 role, 2 examples: 1 error, 0 warnings
! x/barista.yaml:<*>: error<*>
! ...
? 3

== a file that is not found under its name
$ mkdir -p n/rules n/questionnaires; cp q.yaml n/questionnaires/clerk.yaml; cp r.yaml n/rules/writer.yaml; rung check --content n
> 2 files, 1 role, 1 example: 1 error, 0 warnings
! n/rules/writer.yaml:2:5: error[RG0951]: the file is named writer.yaml and is not found by this id
!     id: clerk
!         ^~~~~
!     did you mean `writer`? Else name the file clerk.yaml
? 3
$ rung roles --content n
> There are no roles here. Name a folder of them with --content DIR.
! rung: n/rules/writer.yaml is left out: its id is clerk, so its name must be clerk.yaml; "rung check" tells more

== a questionnaire that cannot be read is not replaced by another copy
$ echo 'format: [' >broken.yaml; rung check "$BOX"/content/rules/barista.yaml broken.yaml 2>&1 | grep -v '^ '
> broken.yaml:<*>: error<*>
> rung: BOX/content/rules/barista.yaml is not checked further: mend broken.yaml first, which may be its questionnaire
> 2 files, 0 roles, 0 examples: 1 error, 0 warnings

== a folder
$ rung check c
! rung: cannot read c: it is a directory; --content c checks what is in it
? 1

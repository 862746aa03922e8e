== all content on the path
$ rung check
> 4 files, 2 roles, 2 examples: all good

== files, with their partners beside them
$ rung check "$BOX/content/rules/barista.yaml"
> 1 file, 1 role, 2 examples: all good
$ rung check "$BOX/content/questionnaires/clerk.yaml"
> 1 file, 0 roles, 0 examples: all good
$ cp "$BOX"/content/rules/clerk.yaml r.yaml; cp "$BOX"/content/questionnaires/clerk.yaml q.yaml; rung check r.yaml q.yaml
> 2 files, 1 role, 0 examples: all good
$ cd "$BOX/content/rules" && rung check clerk.yaml
> 1 file, 1 role, 0 examples: all good

== every mistake of all files, once, in file order
$ mkdir -p c/rules c/questionnaires; sed 's/type: yes-no/type: yesno/; s/title: Only/titel: Only/' q.yaml >c/questionnaires/clerk.yaml; cp r.yaml c/rules/clerk.yaml; cp r.yaml c/rules/clerk2.yaml; rung check --content c 2>&1 | grep -E '^[a-z0-9]+[/ ]' | cut -d[ -f1
> c/questionnaires/clerk.yaml:7:5: error
> c/questionnaires/clerk.yaml:9:28: error
> 3 files, 0 roles, 0 examples: 2 errors, 0 warnings
$ rung check --content c >/dev/null 2>&1
? 3

== an example that does not hold
$ sed 's/verdict: ready, score: \[100, 100\]/verdict: nearly/' "$BOX"/content/rules/barista.yaml >"$BOX"/content/rules/wrong.yaml; rung check "$BOX"/content/rules/wrong.yaml
> 1 file, 1 role, 2 examples: 1 error, 0 warnings
! BOX/content/rules/wrong.yaml:<*>: error<*>
! ...
? 3

# What `rung check` finds, for people and for programs.
== as JSON, one object a line, and nothing else
$ mkdir -p c/rules c/questionnaires; cp "$BOX"/content/questionnaires/clerk.yaml c/questionnaires; sed 's/importance: 1/importance: one/; s/"filing ?/"fling ?/' "$BOX"/content/rules/clerk.yaml >c/rules/clerk.yaml; rung check --content c --format json
> {"file":"c/rules/clerk.yaml","line":11,"column":61,"end-line":11,"end-column":64,"severity":"error","code":"RG0301","message":"`importance` takes a number; this is text","mend":"write the kind of value that the key takes"}
> {"file":"c/rules/clerk.yaml","line":11,"column":88,"end-line":11,"end-column":93,"severity":"error","code":"RG0140","message":"there is no `fling`","mend":"did you mean `filing`?"}
? 3
$ diff <(rung check --content c --json) <(rung check --content c --format json)
$ rung check --content c --format gcc 2>&1 | grep -c '^c/rules/clerk.yaml:11:'
> 2
$ rung check --json
$ rung check --json "$BOX/content/rules/barista.yaml"

== columns count characters, the end is behind the last one
$ sed 's/title: Clerk/title: "é語 \\q"/' "$BOX"/content/rules/clerk.yaml >wide.yaml; rung check --json wide.yaml
> {"file":"wide.yaml","line":3,"column":12,"end-line":3,"end-column":12,"severity":"error","code":"RG0207",<*>}
? 3
$ printf '\xEF\xBB\xBFformat: rung-rules/1\r\nid: \xC3\xA9\xE8\xAA\x9E\r\n' >bom.yaml; rung check --json bom.yaml | head -2
> {"file":"bom.yaml","line":1,"column":1,"end-line":1,"end-column":7,"severity":"error","code":"RG0304",<*>}
> {"file":"bom.yaml","line":1,"column":1,"end-line":1,"end-column":7,"severity":"error","code":"RG0304",<*>}
$ rung check --json bom.yaml | grep -o '"line":2,.*"code":"[A-Z0-9]*"'
> "line":2,"column":5,"end-line":2,"end-column":7,"severity":"error","code":"RG0316"

== formats
$ rung check --format text
! rung: --format cannot be "text": it takes gcc or json
? 2
$ rung check --format gcc --json
! rung: --json and --format gcc do not go together: leave one away
? 2

== warnings are allowed by the file, or else count with --strict
$ mkdir -p w/rules w/questionnaires; cp "$BOX"/content/rules/clerk.yaml w/rules; sed 's/^    questions:/&\n      - {id: colour, type: yes-no, ask: Do you like green?}/' "$BOX"/content/questionnaires/clerk.yaml >w/questionnaires/clerk.yaml; rung check --content w --format json | grep -o '"severity":.*'
> "severity":"warning","code":"RG0706","message":"nothing uses `colour`: no requirement, action, note or condition reads it","mend":"use it in a rule, take it out, or allow it and say why","subject":"colour"}
$ rung check --content w 2>/dev/null
> 2 files, 1 role, 1 example: 0 errors, 1 warning
$ rung check --strict --content w
> 2 files, 1 role, 1 example: 1 error, 0 warnings
! w/questionnaires/clerk.yaml:9:14: error[RG0706]: nothing uses `colour`: no requirement, action, note or condition reads it
!           - {id: colour, type: yes-no, ask: Do you like green?}
!                  ^~~~~~
!     use it in a rule, take it out, or allow it and say why
? 3
$ rung check --strict --json --content w | grep -c '"severity":"error"'
> 1
$ for file in questionnaires rules; do for allow in '{code: RG0706, at: [colour], reason: We like to know.}' '{code: RG0706, reason: We like to know.}' RG0706; do cp -r w v; sed -i "s/^title:/allow: [$allow]\n&/" v/$file/clerk.yaml; echo "$file: $allow"; rung check --strict --content v 2>&1 | grep -v '^ '; rm -r v; done; done
> questionnaires: {code: RG0706, at: [colour], reason: We like to know.}
> 2 files, 1 role, 1 example: all good
> questionnaires: {code: RG0706, reason: We like to know.}
> 2 files, 1 role, 1 example: all good
> questionnaires: RG0706
> v/questionnaires/clerk.yaml:3:9: error[RG0419]: `RG0706` is allowed without a reason
> 2 files, 1 role, 1 example: 1 error, 0 warnings
> rules: {code: RG0706, at: [colour], reason: We like to know.}
> 2 files, 1 role, 1 example: all good
> rules: {code: RG0706, reason: We like to know.}
> v/questionnaires/clerk.yaml:9:14: error[RG0706]: nothing uses `colour`: no requirement, action, note or condition reads it
> v/rules/clerk.yaml:3:16: error[RG0420]: `RG0706` is allowed here, and there is no such warning
> 2 files, 1 role, 1 example: 2 errors, 0 warnings
> rules: RG0706
> v/questionnaires/clerk.yaml:9:14: error[RG0706]: nothing uses `colour`: no requirement, action, note or condition reads it
> v/rules/clerk.yaml:3:9: error[RG0419]: `RG0706` is allowed without a reason
> v/rules/clerk.yaml:3:9: error[RG0420]: `RG0706` is allowed here, and there is no such warning
> 2 files, 1 role, 1 example: 3 errors, 0 warnings

== what cannot be allowed is an error, and then nothing is said of what is not used
$ sed -i 's/^title:/allow: [{code: RG0401, reason: no}, {code: RG7060, reason: no}, {code: RG0419, reason: no}, {code: RG0799, reason: no}, {code: RG0705, reason: no}]\n&/' w/rules/clerk.yaml; rung check --content w 2>&1 | grep -v '^ '
> w/questionnaires/clerk.yaml:9:14: warning[RG0706]: nothing uses `colour`: no requirement, action, note or condition reads it
> w/rules/clerk.yaml:3:16: error[RG0422]: `RG0401` cannot be allowed: it is an error
> w/rules/clerk.yaml:3:44: error[RG0421]: there is no diagnostic `RG7060`
> w/rules/clerk.yaml:3:72: error[RG0422]: `RG0419` cannot be allowed: it is said of `allow` itself
> w/rules/clerk.yaml:3:100: error[RG0422]: `RG0799` cannot be allowed: it is a note
> 2 files, 1 role, 1 example: 4 errors, 1 warning

== what is found in a questionnaire is told once, in the order of the files
$ mkdir -p o/rules o/questionnaires; sed 's/Can you file?/"Can you file\\?"/; s/^language/allow: [RG0706]\n&/' "$BOX"/content/questionnaires/clerk.yaml >o/questionnaires/clerk.yaml; for r in a b; do sed "s/^id: clerk/id: $r/; s/weight: 1/weight: 0/" "$BOX"/content/rules/clerk.yaml >o/rules/$r.yaml; done; rung check --content o 2>&1 | grep -v '^ '
> o/questionnaires/clerk.yaml:10:54: error[RG0207]: there is no such escape in double quotes
> rung: o/rules/a.yaml is not checked further: mend o/questionnaires/clerk.yaml first, which may be its questionnaire
> rung: o/rules/b.yaml is not checked further: mend o/questionnaires/clerk.yaml first, which may be its questionnaire
> 3 files, 0 roles, 0 examples: 1 error, 0 warnings
$ sed -i 's/\\?/?/' o/questionnaires/clerk.yaml; rung check --content o 2>&1 | grep -v '^ '
> o/questionnaires/clerk.yaml:4:9: warning[RG0419]: `RG0706` is allowed without a reason
> o/rules/a.yaml:9:35: error[RG0309]: `weight` is a number above 0, up to 1000000
> o/rules/b.yaml:9:35: error[RG0309]: `weight` is a number above 0, up to 1000000
> 3 files, 0 roles, 0 examples: 2 errors, 1 warning
$ sed -i 's/weight: 0/weight: 1/' o/rules/*.yaml; rung check --content o 2>&1 | grep -v '^ '
> o/questionnaires/clerk.yaml:4:9: warning[RG0419]: `RG0706` is allowed without a reason
> o/questionnaires/clerk.yaml:4:9: warning[RG0420]: `RG0706` is allowed here, and there is no such warning
> 3 files, 2 roles, 2 examples: 0 errors, 2 warnings

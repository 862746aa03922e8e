== the schemas that editors read are what the command prints
$ rung schema questionnaire | head -3
> {
>   "$schema": "http://json-schema.org/draft-07/schema#",
>   "title": "rung-questionnaire/1",
$ rung schema rules | grep -c '"description": "What the role asks for."'
> 1

== only what there is
$ rung schema
! rung: questionnaire|rules is missing: usage: rung schema questionnaire|rules
? 2
$ rung schema rule
! rung: there is no schema of "rule": it takes questionnaire or rules
? 2
$ rung schema rules rules
! rung: there is no place for "rules": usage: rung schema questionnaire|rules
? 2
$ rung schema $'\e[31mred'
! rung: there is no schema of "\x1b[31mred": it takes questionnaire or rules
? 2

== values
$ rung eval '1 + 2 * 3'
> 7
$ rung eval '-1 + 2'
> 1
$ rung eval '"a" + "b"'
> "ab"
$ rung eval '[1, 2, 3]' --json
> {
>   "value": [
>     1,
>     2,
>     3
>   ],
>   "type": "list(int)"
> }

== mistakes
$ rung eval '1 +'
! expression:1:4: error<*>
! ...
? 3
$ rung eval '1 / 0'
! <*>division by zero<*>
! ...
? 3
$ rung eval 'x'
! expression:1:1: error<*>
! ...
? 3
$ rung eval $'"caf\xe9"'
! expression:1:5: error[RG0103]: this is not valid UTF-8
! ...
? 3

== with the answers of a session
$ printf 'target_rung: junior\nespresso: 3\n' >a.yaml; rung take barista --answers a.yaml --no-input >/dev/null
$ rung list | tail -1 | cut -c1-6 >id; rung eval 'espresso + 1' $(cat id)
> 4
$ rung eval 'rung' $(cat id)
> "junior"
$ rung eval 'size(milk)' $(cat id)
> 0 .. 3
$ rung eval 'size(milk)' $(cat id) --json
> {
>   "low": 0,
>   "high": 3,
>   "can_fail": false,
>   "type": "int",
>   "unknown": [
>     "milk"
>   ],
>   "uses": [
>     {
>       "name": "milk",
>       "type": "list(string)",
>       "state": "unanswered",
>       "values": null
>     }
>   ],
>   "steps": []
> }
$ rung eval 'art && espresso > 2' $(cat id)
> false .. true
$ rung eval '1 / size(milk)' $(cat id)
> "-Infinity" .. "Infinity", or no value
$ rung eval '"x" in milk' $(cat id) 2>/dev/null || rung eval 'size(milk) >= 0' $(cat id)
> true
$ rung eval 'espresso > 2 || art' $(cat id)
> true
$ rung eval 'queue' $(cat id)
! rung: the expression has no value yet: queue is not known; answer it first
? 3
$ rung eval '1' nosuch
! rung: there is no session "nosuch": "rung list" shows those there are
? 4

== what a value is made of
$ rung eval '(espresso + 1) * 2 > 7 && rung == "junior"' $(cat id) --explain
> true
>
>   espresso → 3 (int, answered)
>   rung → "junior" (string, the rung aimed at)
>   (espresso + 1) → 4 (int)
>   (espresso + 1) * 2 → 8 (int)
>   (espresso + 1) * 2 > 7 → true (bool)
>   rung == "junior" → true (bool)
>   (espresso + 1) * 2 > 7 && rung == "junior" → true (bool)
$ rung eval 'espresso' $(cat id) --explain
> 3
>
>   espresso → 3 (int, answered)
$ rung eval 'lead ? 4 : crowds' $(cat id) --explain --plain
> 0 .. 200
>
>   crowds -> 0 .. 200 (int, not decided whether it is asked)
>   lead -> false (bool, not asked)
>   lead ? 4 : crowds -> 0 .. 200 (int)
$ rung eval 'points(queue) + 1.0' $(cat id) --explain
> 1 .. 4
>
>   queue → "shout" or "smile" (string, not answered)
>   points(queue) → 0 .. 3 (double)
>   points(queue) + 1.0 → 1 .. 4 (double)
$ rung eval 'queue' $(cat id) --explain
>   queue → "shout" or "smile" (string, not answered)
! rung: the expression has no value yet: queue is not known; answer it first
? 3
$ rung eval '1 / (espresso - 3)' $(cat id) --explain
>   espresso → 3 (int, answered)
>   (espresso - 3) → 0 (int)
>   1 / (espresso - 3) → no value: division by zero (int)
! rung: the expression has no value: division by zero
? 3
$ rung eval '2 * 3 + 1' --explain
> 7
>
>   2 * 3 → 6 (int)
>   2 * 3 + 1 → 7 (int)
$ rung eval "1$(printf '+%d' $(seq 2 200))" --explain | grep further
>   (and further steps)
$ rung eval 'espresso * 2 > 5' $(cat id) --json
> {
>   "value": true,
>   "type": "bool",
>   "uses": [
>     {
>       "name": "espresso",
>       "type": "int",
>       "state": "answered",
>       "value": 3
>     }
>   ],
>   "steps": [
>     {
>       "expr": "espresso * 2",
>       "type": "int",
>       "value": 6
>     }
>   ]
> }
$ script -qc "rung eval 'espresso + 1' $(cat id)" /dev/null </dev/null | tr -d '\r'
> 4
>
>   espresso → 3 (int, answered)
>   espresso + 1 → 4 (int)

== what an expression can be for a role
$ rung eval 'math.least(double(espresso), points(queue) + 1.0)' --role barista
> 0 .. 4
>
>   espresso → 0 .. 4 (int, not answered)
>   queue → "shout" or "smile" (string, not answered)
>   double(espresso) → 0 .. 4 (double)
>   points(queue) → 0 .. 3 (double)
>   points(queue) + 1.0 → 1 .. 4 (double)
>   math.least(double(espresso), points(queue) + 1.0) → 0 .. 4 (double)
$ rung eval 'rung == "senior" ? 10 : years > 2 ? 1 : 2' --role barista | head -1
> 1 .. 10
$ rung eval 'years > 50 ? "it\u0027s" : target_rung' --role barista | head -1
> "junior" or "senior"
$ rung eval 'queue' --role barista | head -1
> "shout" or "smile"
$ rung eval 'milk' --role barista | head -1
> open
$ rung eval 'espresso >= 0' --role barista | head -1
> true
$ rung eval 'rung' --role barista --json
> {
>   "values": [
>     "junior",
>     "senior"
>   ],
>   "type": "string",
>   "unknown": [
>     "rung"
>   ],
>   "uses": [
>     {
>       "name": "rung",
>       "type": "string",
>       "state": "open",
>       "values": [
>         "junior",
>         "senior"
>       ]
>     }
>   ],
>   "steps": []
> }
$ rung eval 'espreso + 1' --role barista
! expression:1:1: error<*>
! ...
!     did you mean `espresso`?
? 3
$ rung eval 'espresso + 1' --role baristo
! rung: there is no role "baristo": did you mean "barista"?
? 4
$ rung eval 'espresso' $(cat id) --role barista
! rung: --role and a session do not go together: a session has its role
? 2

== many
$ printf '%s\n' '{"expr":"x + 1","bindings":{"x":{"type":"int","value":41}}}' '{"expr":"1.0 / 0.0"}' '{"expr":"d","bindings":{"d":{"type":"double","value":"NaN"}}}' '{"expr":"1 / 0"}' 'nonsense' '' '{"expr":"l == [[1]]","bindings":{"l":{"type":"list(list(int))","value":[[1]]}}}' '{"expr":"x","bindings":{"x":{"type":"int","value":1.5}}}' '{"expr":"x","bindings":{"x":{"type":"map","value":1}}}' '{}' | rung eval --ndjson
> {"value":42,"type":"int"}
> {"value":"Infinity","type":"double"}
> {"value":"NaN","type":"double"}
> {"error":"division by zero"}
> {"error":"<*>"}
> {"value":true,"type":"bool"}
> {"error":"the value of x is no int"}
> {"error":"the type of x is not known: write bool, int, double, string or list(...)"}
> {"error":"the line has no \"expr\""}

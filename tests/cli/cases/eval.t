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
>   "type": "int",
>   "can_fail": false,
>   "unknown": [
>     "milk"
>   ]
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

== good lines, in order
$ printf '%s\n' '{"id": 1, "answers": {"filing": true}}' '{"id": {"a": [1, null]}, "answers": {}}' '' '{"answers": {"filing": false}}' >sheets; rung score clerk sheets
> {"id":1,"target":"clerk","score":{"low":100,"high":100},"verdict":{"low":"yes","high":"yes"},"dimensions":{"all":{"low":100,"high":100}},"gaps":[]}
> {"id":{"a":[1,null]},"target":"clerk","score":{"low":0,"high":100},"verdict":{"low":"no","high":"yes"},"dimensions":{"all":{"low":0,"high":100}},"gaps":["filing"]}
> {"id":null,"target":"clerk","score":{"low":0,"high":0},"verdict":{"low":"no","high":"no"},"dimensions":{"all":{"low":0,"high":0}},"gaps":["filing"]}

== a target that is not known
$ echo '{"id":"x","answers":{}}' | rung score barista
> {"id":"x","target":"","score":{"low":0,"high":100},<*>}

== bad lines; the others are scored
$ { echo '{"id":"a","answers":{"filng":true}}'; echo '{"id":"b","answers":{"filing":7}}'; echo '{"id":'; echo '[]'; echo '{"id":"c"}'; echo '{"id":"d","answers":[]}'; printf '{"id":"e","answers":{"filing":"%s"}}\n' $(head -c 1100000 /dev/zero | tr '\0' x); echo '{"id":"f","answers":{"filing":true}}'; } | rung score clerk | cut -c1-110
> {"id":"a","line":1,"error":"<*>filng<*>"<*>
> {"id":"b","line":2,"error":"<*>filing<*>"<*>
> {"id":null,"line":3,"error":"<*>
> {"id":null,"line":4,"error":"the line is not a JSON object"}
> {"id":"c","line":5,"error":"the line lacks \"answers\""}
> {"id":"d","line":6,"error":"\"answers\" is not an object"}
> {"id":null,"line":7,"error":"the line is longer than 1 MiB"}
> {"id":"f","target":"clerk",<*>
! rung: 7 lines could not be scored: see "error" in the output
$ echo '{' | rung score clerk >/dev/null
! rung: 1 line could not be scored: see "error" in the output
? 3

== whole reports
$ echo '{"id":"x","answers":{"filing":true}}' | rung score clerk --full
> {"id":"x","format":"rung-report/1","role":{"id":"clerk","title":"Clerk"},<*>}

== no such role, a reader that goes away, a full disk
$ echo '{}' | rung score clrek
! rung: there is no role "clrek": did you mean "clerk"?
? 4
$ yes '{"id":1,"answers":{}}' | head -20000 | rung score clerk | head -1 | cut -c1-8; echo ${PIPESTATUS[2]}
> {"id":1,
> 1
$ echo '{"answers":{}}' | rung score clerk >/dev/full
! rung: the output is not complete: No space left on device
? 1

== a byte order mark in front
$ printf '\xef\xbb\xbf{"id":1,"answers":{"filing":true}}\n' | rung score clerk | cut -c1-7
> {"id":1
$ printf '\xef\xbb\xbf{"filing":true}\n' >bom.json; rung take clerk --answers bom.json --no-input | sed -n 2p
> Score: 100 of 100
$ printf '\xef\xbb\xbf{"filing":tru}\n' >bom.json; rung take clerk --answers bom.json --no-input 2>&1 | head -1
> bom.json:1:<*>: error<*>

== each line is answered before the next is waited for
$ coproc rung score clerk; for i in 1 2; do echo '{"id":'$i',"answers":{}}' >&${COPROC[1]}; read -t 20 -r line <&${COPROC[0]}; echo "${line:0:8}"; done
> {"id":1,
> {"id":2,
$ coproc rung eval --ndjson; echo '{"expr":"1+1"}' >&${COPROC[1]}; read -t 20 -r line <&${COPROC[0]}; echo "$line"
> {"value":2,"type":"int"}

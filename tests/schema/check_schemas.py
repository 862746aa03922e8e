#!/usr/bin/python3
"""The schemas in docs/schema accept and refuse what they should.

check_schemas.py REPOSITORY meta           they are schemas, without keys that stand twice
check_schemas.py REPOSITORY good           all content without mistakes passes, every key is tried
check_schemas.py REPOSITORY bad            of the bad content: wrong keys and shapes are refused at
                                           their lines, and nothing else that `rung check` accepts
check_schemas.py REPOSITORY changed RUNG N   the same for content with every key, changed at each
                                             place in turn, against RUNG itself; every N-th change
"""
import concurrent.futures
import copy
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

import content_yaml

KINDS = ("questionnaire", "rules")

# What a schema can know: keys, shapes, words, bounds and the form of ids.
SHAPES = {f"RG{number:04}" for number in (
    301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 314, 315, 316, 317, 318, 320,
    321, 322, 323, 402, 407, 414, 418)}

# Where the loader knows more: code, part of the message.
BEYOND = [
    (r"RG0307", "`need`"),               # a misspelt word might be an expression
    (r"RG030[18]", "`unasked`"),         # what the question itself takes
    (r"RG0310", "`(min|max|unasked)`"),  # whole numbers, where the question says `integer`
]


def repeated_keys(pairs):
    names = [name for name, _ in pairs]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"keys stand twice: {twice}")
    return dict(pairs)


def load_schemas(repository):
    schemas = {}
    for kind in KINDS:
        path = repository / f"docs/schema/rung-{kind}-1.schema.json"
        schemas[kind] = json.loads(path.read_text(encoding="utf-8"),
                                   object_pairs_hook=repeated_keys)
    return schemas


def kind_of(text):
    found = re.search(r"^[\"']?format[\"']?: *[\"']?rung-(\w+)/1", text, re.MULTILINE)
    return found and found[1]


# --- What a schema says, line by line ------------------------------------------------------------


def extra_keys(error):
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    return [key for key in error.instance
            if key not in known and not any(re.search(p, key) for p in patterns)]


def lines_of(error, lines):
    """Where an error can be said to be."""
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        return {lines[path + (key, "key")] for key in extra_keys(error)}
    if "propertyNames" in error.absolute_schema_path:
        return {lines[path + (error.instance, "key")]}
    found = {lines[path]}
    for inner in error.context:
        found |= lines_of(inner, lines)
    return found


def complaints(schema, data, lines):
    """(lines, lines of what it is in, message)"""
    for error in jsonschema.Draft7Validator(schema).iter_errors(data):
        path = tuple(error.absolute_path)
        around = {lines[path[:size]] for size in range(1, len(path))}
        yield lines_of(error, lines), around, error.message


# --- What `rung check` says, line by line --------------------------------------------------------


def diagnostics(text, name):
    """(line, code, message) of one file."""
    for line in text.splitlines():
        found = re.match(r"([^ ].*?):(\d+):\d+: \w+\[(RG\d+)\]: (.*)", line)
        if found and pathlib.Path(found[1]).name == name:
            yield int(found[2]), found[3], found[4]


def places(data, path=()):
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if isinstance(value, (dict, list)):
            yield from places(value, path + (key,))
        else:
            yield path + (key,)


def at(data, path):
    for key in path:
        data = data[key]
    return data


def where_maps_begin(data, lines):
    """{line: line}: from the line of a map's first key to that of its bracket. Messages point at
    the one or at the other."""
    begin = {}
    for place in places(data):
        node = at(data, place)
        if isinstance(node, dict) and node:
            key = lines[place + (next(iter(node)), "key")]
            begin[key] = begin.get(lines[place], lines[place])
    return begin


def is_about_shape(code, message):
    return code in SHAPES and not any(
        re.fullmatch(one, code) and re.search(what, message) for one, what in BEYOND)


def compare(schema, text, said, where):
    """Differences between the schema and what rung said about the same text."""
    if any(code.startswith("RG02") for _, code, _ in said) or len(said) >= 100:
        return
    data, lines = content_yaml.read(text)
    begin = where_maps_begin(data, lines)
    lines = {path: begin.get(line, line) for path, line in lines.items()}
    said = [(begin.get(line, line), code, message) for line, code, message in said]
    found = list(complaints(schema, data, lines))
    seen = set().union(*(places for places, _, _ in found))
    for line, code, message in said:
        if is_about_shape(code, message) and line not in seen:
            yield f"{where}:{line}: the schema does not see {code}: {message}"
    lines_said = {line for line, _, _ in said}
    # The loader takes a misspelt key for the one that is missing.
    misspelt = any(code == "RG0303" for _, code, _ in said)
    for exact, around, message in found:
        if misspelt and "is a required property" in message:
            continue
        if not lines_said & (exact | around):
            yield f"{where}:{min(exact)}: the schema alone says: {message[:200]}"


# --- The checks ----------------------------------------------------------------------------------


def check_meta(repository, schemas):
    for kind, schema in schemas.items():
        jsonschema.Draft7Validator.check_schema(schema)
        if schema["title"] != f"rung-{kind}/1":
            yield f"{kind}: the title is {schema['title']}"


def names_in(schema):
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                yield from value
            yield from names_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from names_in(value)


def keys_in(data):
    if isinstance(data, dict):
        yield from data
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, (dict, list)):
            yield from keys_in(value)


def read_every_key(repository, kind):
    path = repository / f"tests/content/good/every-key/{kind}.yaml"
    return content_yaml.read(path.read_text(encoding="utf-8"))[0]


def content_files(repository):
    for folder in ("questionnaires", "rules", "cli", "tests/roles", "tests/content/good",
                   "tests/cli/content", "tests/session/content", "tests/report"):
        yield from sorted((repository / folder).rglob("*.yaml"))


def check_good(repository, schemas):
    count = 0
    for path in content_files(repository):
        text = path.read_text(encoding="utf-8-sig")
        kind = kind_of(text)
        if kind not in schemas:
            continue
        count += 1
        for places, _, message in complaints(schemas[kind], *content_yaml.read(text)):
            yield f"{path}:{min(places)}: {message[:200]}"
    if count < 12:
        yield f"only {count} files were found"
    for kind, schema in schemas.items():
        known = {name for name in names_in(schema) if not name.isdigit()}
        for name in sorted(known - set(keys_in(read_every_key(repository, kind)))):
            yield f"every-key/{kind}.yaml has no `{name}`"


def check_bad(repository, schemas):
    count = 0
    for path in sorted((repository / "tests/content/bad").glob("*/*.yaml")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        expected = (path.parent / "expected.txt").read_text(encoding="utf-8", errors="replace")
        said = list(diagnostics(expected, path.name))
        count += any(is_about_shape(code, message) for _, code, message in said)
        kind = path.stem
        too_many = any(code == "RG0315" and message.startswith("`questions`") for _, code, message in said)
        if kind in schemas and not too_many:  # of all sections together: no schema counts them
            yield from compare(schemas[kind], text, said, f"{path.parent.name}/{path.name}")
    if count < 50:
        yield f"only {count} files have wrong keys or shapes"


# --- Changed content -----------------------------------------------------------------------------

VALUES = [None, True, 7, -3, 2.5, 1e300, "", " ", "Some Text", "text", "unknown", [], ["x"],
          [1, 2, 3], {}, {"x": 1}, {"1": "x"}]


def changes(data, keys):
    """Copies of the content, each with one change, and what it is."""
    for path in places(data):
        if isinstance(at(data, path), dict):
            has_type = "type" in at(data, path)
            for key in sorted((keys if has_type else {"zzz", "min"}) - set(at(data, path))):
                changed = copy.deepcopy(data)
                at(changed, path)[key] = 1
                yield f"{path} + {key}", changed
        if not path:
            continue
        changed = copy.deepcopy(data)
        del at(changed, path[:-1])[path[-1]]
        yield f"without {path}", changed
        for value in VALUES:
            changed = copy.deepcopy(data)
            at(changed, path[:-1])[path[-1]] = value
            yield f"{path} = {value!r}", changed


def try_change(rung, folder, beside, schema, kind, number, change):
    what, data = change
    text = json.dumps(data, indent=1, ensure_ascii=False)
    own = pathlib.Path(folder) / str(number)
    own.mkdir()
    (own / f"{kind}.yaml").write_text(text, encoding="utf-8")
    files = [own / f"{kind}.yaml"] + ([beside] if kind == "rules" else [])
    run = subprocess.run([rung, "check", *files], capture_output=True, text=True,
                         env={**os.environ, "RUNG_CONTENT": str(own)}, check=False)
    if run.returncode not in (0, 3):
        return [f"{kind}: {what}: rung ended with {run.returncode}: {run.stderr[:500]}"]
    said = list(diagnostics(run.stderr, f"{kind}.yaml"))
    return list(compare(schema, text, said, f"{kind}: {what}"))


def check_changed(repository, schemas, rung, step):
    beside = repository / "tests/content/good/every-key/questionnaire.yaml"
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            data = read_every_key(repository, kind)
            all_changes = list(changes(data, set(names_in(schemas[kind])) | {"zzz"}))[::int(step)]
            (pathlib.Path(folder) / kind).mkdir()
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                results = [pool.submit(try_change, rung, f"{folder}/{kind}", beside, schemas[kind],
                                       kind, i, change) for i, change in enumerate(all_changes)]
                for result in results:
                    yield from result.result()
            print(f"{kind}: {len(all_changes)} changes")


def main():
    repository = pathlib.Path(sys.argv[1]).resolve()
    checks = {"meta": check_meta, "good": check_good, "bad": check_bad, "changed": check_changed}
    problems = list(checks[sys.argv[2]](repository, load_schemas(repository), *sys.argv[3:]))
    print(*problems[:60], sep="\n")
    print(f"{len(problems)} problems")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()

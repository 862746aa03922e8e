#!/usr/bin/python3
"""rung-report/1 is what its published schema says.

check_report_schema.py WRITE_REPORTS SCHEMA N     reports of N random sheets of each shipped role

The schema lets keys be added. Here it is closed, so that no key goes without a word in it; and every
key that is not optional has to be seen with something in it, else nothing would be tried.
"""
import collections
import json
import subprocess
import sys

import jsonschema

# Not in every report, or not yet in those that are tried here.
RARE = {"plan", "problems"}


def closed(node):
    if isinstance(node, list):
        return [closed(part) for part in node]
    if not isinstance(node, dict):
        return node
    node = {key: closed(part) for key, part in node.items()}
    if isinstance(node.get("properties"), dict):
        node["additionalProperties"] = False
    return node


def count_filled(report, seen):
    for key, value in report.items():
        seen[key] += value not in ([], "", {})


def refused(validator, report):
    """Mistakes that the schema has to see."""
    for change in (
            lambda r: r.pop("score"), lambda r: r["score"].update(low="0"), lambda r: r["score"].update(high=100.5),
            lambda r: r.update(format="rung-report/2"), lambda r: r["session"].update(started="yesterday"),
            lambda r: r["content"].update(rules="0"), lambda r: r["gaps"].append("Not an id"),
            lambda r: r["requirements"].append({}), lambda r: r.update(more=1)):
        wrong = json.loads(json.dumps(report))
        change(wrong)
        if validator.is_valid(wrong):
            return False
    return True


def main():
    writer, path, count = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(closed(schema))
    lines = subprocess.run([writer, "random", count], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    seen, failures = collections.Counter(), 0
    for number, line in enumerate(lines):
        report = json.loads(line)
        count_filled(report, seen)
        for problem in validator.iter_errors(report):
            failures += 1
            print(f"report {number}: {'/'.join(map(str, problem.path))}: {problem.message[:200]}")
    missing = set(schema["properties"]) - RARE - {key for key in seen if seen[key]}
    if missing:
        print(f"never filled: {', '.join(sorted(missing))}")
    if not refused(validator, json.loads(lines[-1])):
        print("a wrong report passes")
        failures += 1
    print(f"{len(lines)} reports: {failures} failures")
    return 1 if failures or missing or not lines else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Two builds of rung write the same reports, byte by byte, wherever they run.

same_bytes.py RUNG OTHER ROLE...

Every example of the roles becomes a session. RUNG writes its report in each format; OTHER, in
another time zone, with other words for dates and other marks in numbers where the system has
them, and from another folder, writes it again.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import yaml

FORMATS = ("txt", "md", "html", "json", "csv", "pdf")
ELSEWHERE = {"TZ": "Asia/Kathmandu", "LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "de_DE.UTF-8"}


def run(rung, words, environment, folder):
    return subprocess.run([os.path.abspath(rung), *words], env=environment, cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)


def start_sessions(rung, role, environment, box):
    rules = yaml.safe_load(pathlib.Path("rules", f"{role}.yaml").read_text(encoding="utf-8"))
    for number, example in enumerate(rules["examples"]):
        name = f"{role}-{number}"
        answers = box / f"{name}.answers.json"
        answers.write_text(json.dumps(example["answers"]), encoding="utf-8")
        done = run(rung, ["take", role, "--name", name, "--answers", str(answers), "--no-input"],
                   environment, box)
        assert done.returncode == 0, done.stderr
        yield name


def write(rung, name, kind, environment, folder):
    """The bytes of a report, or why there are none."""
    path = folder / f"{name}.{kind}"
    paper = ["--paper", "a4"] if kind == "pdf" else []
    done = run(rung, ["report", name, "-o", str(path), *paper], environment, folder)
    return path.read_bytes() if done.returncode == 0 else done.stderr


def main():
    first, other, *roles = sys.argv[1:]
    differ = written = refused = 0
    with tempfile.TemporaryDirectory() as place:
        box = pathlib.Path(place)
        here, there = box / "here", box / "there"
        here.mkdir()
        there.mkdir()
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(box), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                       "RUNG_CONTENT": os.getcwd(), "RUNG_STORE": str(box / "store.db")}
        elsewhere = {key: value for key, value in environment.items() if key != "LC_ALL"}
        elsewhere |= ELSEWHERE | {"LC_CTYPE": "C.UTF-8"}
        for role in roles:
            for name in list(start_sessions(first, role, environment, box)):
                for kind in FORMATS:
                    one = write(first, name, kind, environment, here)
                    two = write(other, name, kind, elsewhere, there)
                    refused += isinstance(one, str)
                    written += not isinstance(one, str)
                    if one != two:
                        differ += 1
                        print(f"{name}: {kind} differs")
    print(f"{written} reports written twice, {refused} refused by both, {differ} differ")
    sys.exit(1 if differ or written == 0 else 0)


main()

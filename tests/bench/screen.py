#!/usr/bin/python3
"""How long a person waits, in a terminal: from the start to the first question, and from Enter to the
next one. Beside it the least that could be done (floor.c), in the same terminal, on the same disk.

usage: screen.py RUNG FLOOR CONTENT FOLDER     the folder must be on the disk that is to be measured"""

import os
import pty
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS, ANSWERS = 15, 20
PROMPT = re.compile(rb"Your answers? \([^\n]*\): ")
ROLE = "patient-liaison"
AIMS = {"first question": 30, "next question": 5}  # ms; the second plus what the disk takes


class Screen:
    """A program in a terminal of its own."""

    def __init__(self, words, home):
        self.master, slave = pty.openpty()
        env = {"HOME": home, "PATH": os.defpath, "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        self.start = time.perf_counter()
        self.child = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, env=env)
        os.close(slave)

    def prompt(self):
        """Seconds since the start, or since Enter."""
        shown = b""
        while not PROMPT.search(shown):
            got = os.read(self.master, 65536)
            if not got:
                sys.exit(f"no prompt in {shown[-500:]!r}")
            shown += got
        return time.perf_counter() - self.start

    def enter(self, words):
        self.start = time.perf_counter()
        os.write(self.master, words + b"\r")
        return self.prompt()

    def close(self):
        os.close(self.master)
        self.child.wait()


def look(words, home):
    """(seconds to the first prompt, median of the seconds to each further one)"""
    screen = Screen(words, home)
    first = screen.prompt()
    # The first answers of all roles are choices; 1 is an answer to nearly all the rest.
    after = [screen.enter(b"1") for _ in range(ANSWERS)]
    screen.close()
    return first, statistics.median(after)


def told(name, times, floors):
    ratios = sorted(a / b for a, b in zip(times, floors))
    taken, least = statistics.median(times) * 1e3, statistics.median(floors) * 1e3
    late = taken > AIMS[name] + (least if name == "next question" else 0)
    print(f"{name:14} {taken:10.1f} ms   ratio to floor {statistics.median(ratios):6.2f}  ({ratios[0]:.2f} to "
          f"{ratios[-1]:.2f})   at best {min(times) * 1e3:.1f} ms" + f"   more than {AIMS[name]} ms" * late)
    return late


def main():
    rung, floor, content, folder = (os.path.realpath(word) for word in sys.argv[1:])
    files = [f"{content}/{kind}/{ROLE}.yaml" for kind in ("questionnaires", "rules")]
    runs, floors = [], []
    with tempfile.TemporaryDirectory(dir=folder) as home:
        for _ in range(ROUNDS + 1):
            runs.append(look([rung, "take", ROLE, "--content", content], home))
            floors.append(look([floor, f"{home}/floor", *files], home))
    late = False
    for i, name in enumerate(AIMS):  # the first round is to warm up
        late |= told(name, [run[i] for run in runs[1:]], [one[i] for one in floors[1:]])
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())

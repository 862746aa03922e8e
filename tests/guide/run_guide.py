#!/usr/bin/python3
"""Does what a guide tells its reader to do, and compares what comes out.

run_guide.py [--content DIR] RUNG GUIDE.md [FOLDER]

Works in a home that holds nothing but a copy of FOLDER, in a terminal of 80 columns, with the
content of DIR. Of the guide's fenced blocks it takes

    ```console                commands behind "$ ", each with what it prints; behind a question's
                              "Your answer (1-3): " stands what the reader types, behind "Enter
                              for your result:" nothing
    ```yaml FILE ID           this text takes the place of the item or the key of that name in
    ```yaml FILE A to B       the file, or of all from A to B
    ```yaml FILE after ID     the text comes behind the item
    ```diff FILE              lines with - become the lines with +

"[…]" as a line stands for any lines, within a line for any characters. With RUNG_BLESS=1 in the
environment what came out is written into the guide.
"""
import argparse
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

# What tells the terminal to mark what is pasted; readers do not see it.
SWITCHES = re.compile("\x1b\\[\\?2004[hl]")
PROMPT = re.compile(r"(?:Your answers?[^:]*|Enter for your result): ?(.*)")
ANY = "[…]"
LONGEST = 30  # seconds that a command may take


def blocks(text):
    """(first line, last line, information, lines) of each fenced block; lines count from 0."""
    lines, start = text.split("\n"), None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if start is None:
            start = number
        else:
            yield start + 1, number, lines[start][3:].split(), lines[start + 1 : number]
            start = None
    assert start is None, f"line {start + 1}: the block has no end"


# --- Commands -----------------------------------------------------------------------------------
def steps(lines):
    """[command, [expected lines]] of a console block."""
    found = []
    for line in lines:
        if line.startswith("$ "):
            found.append([line[2:], []])
        else:
            assert found, f"output without a command: {line}"
            found[-1][1].append(line)
    return found


def start(command, environment):
    """bash in a terminal of its own: (process id, its file)."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe("bash", ["bash", "--norc", "--noprofile", "-c", command], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    return child, terminal


def run(command, typed, environment):
    """What a reader sees who types the command and, at each question, the next of `typed`."""
    # The size of the window is set once the shell waits for this line.
    child, terminal = start('read -r _; eval "$GUIDE_COMMAND"; pwd >"$GUIDE_PLACE"',
                            environment | {"GUIDE_COMMAND": command})
    typed, seen, told = list(typed), "", 0
    deadline = time.monotonic() + LONGEST
    os.write(terminal, b"go\n")
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            bytes_read = os.read(terminal, 65536)
        except OSError:  # the terminal's other end is closed
            break
        if not bytes_read:
            break
        seen = SWITCHES.sub("", seen + bytes_read.decode("utf-8", "replace").replace("\r", ""))
        last = seen[told:].split("\n")[-1]
        if typed and last.endswith(": ") and PROMPT.fullmatch(last):
            told = len(seen)
            os.write(terminal, typed.pop(0).encode() + b"\n")
    else:
        os.kill(child, signal.SIGKILL)
    ended = time.monotonic() < deadline
    os.waitpid(child, 0)
    os.close(terminal)
    assert ended, f"{command}: it does not come to an end:\n{seen[-800:]}"
    return [line.rstrip() for line in seen.split("\n")][1:-1]


def line_matches(expected, actual):
    pattern = ".*".join(re.escape(part) for part in expected.rstrip().split(ANY))
    return re.fullmatch(pattern, actual) is not None


def matches(expected, actual):
    ends = {0}  # how much of `actual` the lines so far can stand for
    for line in expected:
        if line == ANY:
            ends = set(range(min(ends), len(actual) + 1)) if ends else ends
        else:
            ends = {end + 1 for end in ends
                    if end < len(actual) and line_matches(line, actual[end])}
    return len(actual) in ends


# --- Edits --------------------------------------------------------------------------------------
def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def find(lines, name):
    """[first, behind the last) line of the item with that id, or of the key at the top. Comments
    behind it belong to what comes next."""
    item = re.compile(rf" *- (\{{)?id: {re.escape(name)}\b(?![-_])")
    key = re.compile(rf"{re.escape(name)}:")
    starts = [number for pattern in (item, key)
              for number, line in enumerate(lines) if pattern.match(line)]
    assert starts, f"there is no {name}"
    first = last = starts[0]
    for number in range(first + 1, len(lines)):
        text = lines[number].strip()
        if text and indent_of(lines[number]) <= indent_of(lines[first]):
            break
        if text and not text.startswith("#"):
            last = number
    return first, last + 1


def edit(path, information, block):
    lines = path.read_text(encoding="utf-8").split("\n")
    if information[0] == "after":
        _, first = find(lines, information[1])
        end = first
    else:
        first, end = find(lines, information[0])
        if information[1:2] == ["to"]:
            _, end = find(lines, information[2])
    lines[first:end] = block
    path.write_text("\n".join(lines), encoding="utf-8")


def change(path, block):
    text = path.read_text(encoding="utf-8")
    old = "\n".join(line[1:] for line in block if line.startswith("-"))
    new = "\n".join(line[1:] for line in block if line.startswith("+"))
    assert old and text.count(old + "\n") == 1, f"{path.name} has this not once:\n{old}"
    path.write_text(text.replace(old + "\n", new + "\n" if new else ""), encoding="utf-8")


# --- The guide ----------------------------------------------------------------------------------
class Guide:
    def __init__(self, rung, guide, box, content=None, folder=None):
        self.guide, self.box = pathlib.Path(guide), pathlib.Path(box)
        (self.box / "bin").mkdir()
        (self.box / "home").mkdir()
        if folder:
            shutil.copytree(folder, self.box / "home" / pathlib.Path(folder).name)
        shutil.copy(rung, self.box / "bin/rung")
        (self.box / "inputrc").write_text("set enable-bracketed-paste off\n")
        self.place = self.box / "place"
        self.place.write_text(f"{self.box}/home\n")
        self.environment = {
            "PATH": f"{self.box}/bin:/usr/bin:/bin", "HOME": f"{self.box}/home",
            "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "GUIDE_PLACE": str(self.place),
            "INPUTRC": f"{self.box}/inputrc",
            **{name: os.environ[name] for name in ("ASAN_OPTIONS",) if name in os.environ}}
        if content:
            self.environment["RUNG_CONTENT"] = content
        self.failures = 0
        self.commands = self.edits = 0

    def folder(self):
        return pathlib.Path(self.place.read_text().strip())

    def run_block(self, line, block):
        """The block as it comes out; steps that match stay as they are."""
        written = []
        for command, expected in steps(block):
            typed = [found.group(1) for found in map(PROMPT.fullmatch, expected) if found]
            self.commands += 1
            actual = run(f"cd '{self.folder()}' && {command}", typed, self.environment)
            actual = [text.replace(str(self.box / "home"), "/home/you") for text in actual]
            same = matches([text.rstrip() for text in expected], actual)
            if not same:
                self.failures += 1
                self.report(line, command, expected, actual)
            written += ["$ " + command] + (expected if same else actual)
        return written

    def report(self, line, command, expected, actual):
        print(f"{self.guide}:{line + 1}: other output than in the guide\n  $ {command}")
        for mark, lines in (("-", expected), ("+", actual)):
            for text in lines:
                print(f"    {mark} {text}")

    def do(self):
        text = self.guide.read_text(encoding="utf-8")
        lines = text.split("\n")
        out, behind = [], 0
        for first, end, information, block in blocks(text):
            kind = information[0] if information else ""
            out += lines[behind:first]
            behind = end
            try:
                if kind == "console":
                    block = self.run_block(first, block)
                elif kind == "diff":
                    change(self.folder() / information[1], block)
                elif kind == "yaml" and len(information) > 1:
                    edit(self.folder() / information[1], information[2:], block)
                self.edits += kind in ("diff", "yaml")
            except (AssertionError, OSError) as problem:
                print(f"{self.guide}:{first + 1}: {problem}")
                sys.exit(1)
            out += block
        out += lines[behind:]
        if os.environ.get("RUNG_BLESS") == "1":
            self.guide.write_text("\n".join(out), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rung")
    parser.add_argument("guide")
    parser.add_argument("--content")
    parser.add_argument("folder", nargs="?")
    given = parser.parse_args()
    path = given.guide
    with tempfile.TemporaryDirectory() as box:
        guide = Guide(given.rung, path, box, given.content, given.folder)
        guide.do()
    print(f"{path}: {guide.commands} commands, {guide.edits} edits, {guide.failures} differences")
    if guide.failures or guide.commands < 10:
        sys.exit(1)


main()

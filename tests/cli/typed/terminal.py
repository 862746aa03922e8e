"""A person at a terminal: `rung` in a pseudo-terminal of its own, typed at and read from."""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROMPT = re.compile(r"(?:Your (?:answers?|note) \([^\n]*?\)|Number to change, or Enter to go on|"
                    r"Number to change, more, or Enter|Enter for your result(?:, or more)?): $")
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\(B|[\r\x07]")
AT_MARGIN = re.compile(r"(.)\r(?=\1)")  # written twice to go on in the next row
PATIENCE = float(os.environ.get("RUNG_TEST_PATIENCE", "20"))  # seconds


class Failure(Exception):
    pass


class Box:
    """A home of its own, with a copy of nothing: the content is read where it lies."""

    def __init__(self, rung, content):
        self.rung, self.content = os.path.realpath(rung), os.path.realpath(content)
        self.home = tempfile.mkdtemp(prefix="rung-typed-")

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self, **more):
        env = {"HOME": self.home, "RUNG_CONTENT": self.content, "PATH": "/usr/bin:/bin",
               "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        if "ASAN_OPTIONS" in os.environ:
            env["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        env.update({name: value for name, value in more.items() if value is not None})
        return env

    def run(self, *words, given=b"", **more):
        """Without a terminal: (status, standard output, standard error)."""
        done = subprocess.run([self.rung, *words], input=given, capture_output=True,
                              env=self.environment(**more), check=False)
        return (done.returncode, done.stdout.decode(errors="replace"),
                done.stderr.decode(errors="replace"))

    def json(self, *words):
        status, out, err = self.run(*words, "--json")
        if status != 0:
            raise Failure(f"{words}: status {status}: {err}")
        return json.loads(out)

    def sessions(self):
        return self.json("list")

    def events(self, session):
        """What the store holds of a session: (kind, question, value)."""
        import sqlite3
        path = os.path.join(self.home, ".local/share/rung/rung.db")
        base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        rows = base.execute("SELECT kind, question, value FROM event WHERE session = ? "
                            "ORDER BY sequence", (session,)).fetchall()
        base.close()
        return rows

    def notes(self, session):
        """question -> note"""
        noted = {question: value for kind, question, value in self.events(session) if kind == 6}
        return {question: value for question, value in noted.items() if value}

    def answers(self, session):
        """question -> written answer"""
        told = {}
        for kind, question, value in self.events(session):
            if kind == 1:
                told[question] = value
            elif kind in (2, 3):
                told.pop(question, None)
        return told


class Terminal:
    def __init__(self, box, *words, width=80, height=40, **more):
        self.raw, self.seen = b"", 0
        self.child, self.master = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.execve(box.rung, ["rung", *words], box.environment(**more))
        self.status = None

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()
        if self.status is None:
            os.kill(self.child, signal.SIGKILL)
            self.wait()

    def close(self):
        if self.master is not None:
            os.close(self.master)
            self.master = None

    def resize(self, width, height=40):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def read(self, seconds):
        """Takes what is there; False if nothing came in time, or ever will."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            got = os.read(self.master, 65536)
        except OSError:  # the other side is closed
            return False
        self.raw += got
        return bool(got)

    def text(self):
        """What came since the last `send`, without what moves the cursor."""
        shown = self.raw[self.seen:].decode(errors="replace")
        return SEQUENCE.sub("", AT_MARGIN.sub("", shown))

    def see(self, pattern, patience=PATIENCE):
        """Waits for it in what came since the last `send`."""
        pattern = re.compile(pattern) if isinstance(pattern, str) else pattern
        end = time.monotonic() + patience
        while not pattern.search(self.text()):
            if time.monotonic() > end or (not self.read(0.5) and self.ended()):
                self.read(0)
                if pattern.search(self.text()):
                    break
                raise Failure(f"never saw {pattern.pattern!r} in\n{self.text()[-3000:]}")
        return self.text()

    def prompt(self):
        """Waits until something is asked."""
        return self.see(PROMPT)

    def settle(self):
        """Waits until nothing more comes: the prompt is drawn anew after a signal."""
        while self.read(0.1):
            pass

    def stopped(self, patience=PATIENCE):
        """Waits until Ctrl-Z has stopped it."""
        end = time.monotonic() + patience
        while not os.waitpid(self.child, os.WNOHANG | os.WUNTRACED)[0]:
            self.read(0.01)
            if time.monotonic() > end:
                raise Failure("does not stop")

    def write(self, data):
        data = data.encode() if isinstance(data, str) else data
        while data:
            self.read(0)  # neither side must wait for the other
            if select.select([], [self.master], [], 0.05)[1]:
                data = data[os.write(self.master, data[:1024]):]

    def send(self, data):
        self.seen = len(self.raw)
        self.write(data)

    def line(self, words):
        """Types a line, and waits for what is asked next."""
        self.send(words + "\r")
        return self.prompt()

    def ended(self):
        if self.status is None:
            child, status = os.waitpid(self.child, os.WNOHANG)
            if child:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def wait(self, patience=PATIENCE):
        """The exit status, and all output up to there; a signal's number below 0."""
        end = time.monotonic() + patience
        while not self.ended():
            if self.master is None or not self.read(0.05):
                time.sleep(0.005)
            if time.monotonic() > end:
                raise Failure(f"does not end; last seen:\n{self.text()[-2000:]}")
        while self.master is not None and self.read(0.05):
            pass
        return self.status

    def kill(self, number):
        os.kill(self.child, number)


def check(condition, message, terminal=None):
    if not condition:
        shown = f"\n{terminal.text()[-3000:]}" if terminal else ""
        raise Failure(f"{message}{shown}")


def main(tests):
    """usage: TEST RUNG CONTENT [NAME...]"""
    failed, names = 0, sys.argv[3:]
    for test in tests:
        if names and test.__name__ not in names:
            continue
        try:
            with Box(sys.argv[1], sys.argv[2]) as box:
                test(box)
            print(f"ok      {test.__name__}", flush=True)
        except Failure as problem:
            failed += 1
            print(f"FAILED  {test.__name__}: {problem}", flush=True)
    sys.exit(1 if failed else 0)

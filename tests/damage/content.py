"""Content in a folder of its own, and what `rung` says about it."""
import os
import re
import subprocess
import tempfile
from typing import NamedTuple

TIME_LIMIT = 10  # seconds for one run; it takes a tenth of one
SANITIZER_STATUS = 99


class Diagnostic(NamedTuple):
    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    mend: str


HEAD = re.compile(r"(.+?):(\d+):(\d+): (error|warning)\[(RG\d{4})\]: (.*)")


def diagnostics(text, folder):
    """What the text of `rung check` reports, in its order, and the lines that belong to none."""
    found, rest = [], []
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        head = HEAD.fullmatch(lines[at])
        at += 1
        if not head:
            rest.append(lines[at - 1])
            continue
        mends = []
        body = at
        while at < len(lines) and lines[at].startswith("    ") and not HEAD.fullmatch(lines[at]):
            at += 1
        for line in lines[body + 2:at]:  # behind the source line and the caret
            mends.append(line.strip())
        file, line, column, severity, code, message = head.groups()
        found.append(Diagnostic(os.path.relpath(file, folder), int(line), int(column), severity, code,
                                message, " ".join(mends)))
    return found, rest


class Run(NamedTuple):
    status: int  # negative: killed by a signal; None: it took too long
    out: str
    err: str

    def fault(self, allowed):
        """What is wrong with how it ended, whatever it said; None if nothing is."""
        if self.status is None:
            return "hangs"
        if self.status == SANITIZER_STATUS or "Sanitizer" in self.err or "runtime error:" in self.err:
            return "sanitizer: " + self.err[-400:]
        if self.status not in allowed:
            return f"status {self.status}: {(self.err or self.out)[-300:]}"
        return None


class Bench:
    """A folder with one role, whose files are replaced for one run after the other."""

    def __init__(self, rung, texts):
        self.rung = os.path.abspath(rung)
        self.texts = texts
        self.home = tempfile.TemporaryDirectory(prefix="rung-damage-")
        self.folder = self.home.name
        self.environment = {
            "HOME": self.folder, "PATH": os.defpath, "LC_ALL": "C.UTF-8",
            "ASAN_OPTIONS": f"exitcode={SANITIZER_STATUS}",
            "UBSAN_OPTIONS": f"exitcode={SANITIZER_STATUS}:halt_on_error=1",
        }
        for file, text in texts.items():
            os.makedirs(os.path.join(self.folder, os.path.dirname(file)), exist_ok=True)
            self.write(file, text)

    def write(self, file, text):
        data = text if isinstance(text, bytes) else text.encode()
        with open(os.path.join(self.folder, file), "wb") as out:
            out.write(data)

    def run(self, *words, given=""):
        try:
            done = subprocess.run([self.rung, *words, "--content", self.folder], input=given.encode(),
                                  capture_output=True, env=self.environment, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            return Run(None, "", "")
        return Run(done.returncode, done.stdout.decode(errors="replace"),
                   done.stderr.decode(errors="replace"))

    def check(self, file, text):
        """`rung check` with `text` in place of one file; the file is put back."""
        self.write(file, text)
        try:
            return self.run("check")
        finally:
            self.write(file, self.texts[file])


def rules_of(texts):
    """Which of a role's two files is its rules."""
    return next(file for file in texts if file.startswith("rules"))


def load(root):
    """The roles of a folder, each as the texts of its two files."""
    def read(file):
        with open(os.path.join(root, file), encoding="utf-8") as given:
            return given.read()

    names = sorted(name for name in os.listdir(os.path.join(root, "rules")) if name.endswith(".yaml"))
    return [{file: read(file) for file in (f"questionnaires/{name}", f"rules/{name}")} for name in names]

#!/usr/bin/python3
"""Random walks through interviews: commands, answers, nonsense, resized windows, interruptions, other
windows. Never a crash, never a lost answer, and in the end the same as the same answers in a file.

usage: walks.py RUNG CONTENT ROLE WALKS [SEED]"""

import random
import signal
import sys

from person import Person
from terminal import Box, Failure, check

LOCALES = ["C.UTF-8", "C"]
JUNK = ["banana", "999", "-1", ":", ":x", ":bak", "1e400", "nan", "%s%n", "' OR 1=1 --", "1 2 3 4 5 6",
        "\u00df", "::", "\\", "0x1", "1;", ",,", "[]x"]


class Walk(Person):
    def __init__(self, box, role, seed):
        choice = random.Random(seed)
        super().__init__(box, role, choice, width=choice.choice([40, 80, 80, 200]),
                         LC_ALL=choice.choice(LOCALES))
        self.plain = choice.random() < 0.2
        self.steps = [(self.give, 12), (self.back, 2), (self.skip, 1), (self.goto, 2),
                      (self.review, 1), (self.ask, 3), (self.junk, 2), (self.enter, 2),
                      (self.resize, 1), (self.interrupt, 1), (self.elsewhere, 1), (self.paste, 1),
                      (self.note, 2)]
        self.path = []

    def begin(self, *words):
        self.start(*words, *(["--plain"] if self.plain else []))

    def give(self):
        if self.at is None:
            return self.look_back()
        return self.answer()

    def look_back(self):
        self.line(str(self.random.randint(1, 9)))

    def back(self):
        self.line(self.random.choice([":back", ":b", ":BACK"]))

    def skip(self):
        self.line(":skip")

    def goto(self):
        where = self.random.choice(list(self.questions) + ["1", "2", "3", "7", "99", "", "nowhere"])
        self.line(f":goto {where}")

    def review(self):
        self.line(":review")
        self.line(self.random.choice(["", "1", "2", "4", ":status", ":back"]))
        if "Number to change" in self.terminal.text()[-80:]:
            self.line("")

    def note(self):
        """On the question on the screen, in one line or two; "-" takes it away."""
        at, words = self.at, self.random.choice(["mine", "in May: \"later\"", "7", "caf\u00e9", "-", ""])
        if at is None:
            return self.line(":note nothing to note on")
        two = words == "" or self.random.random() < 0.5
        if two:
            self.line(":note")
        shown = self.line(words if two else f":note {words}")
        self.at = self.at or at  # where no question was shown anew it is the same
        if "changed from another window" in " ".join(shown.split()) or words == "":
            return None
        self.noted.pop(at["id"], None)
        if words != "-":
            self.noted[at["id"]] = words
        return None

    def ask(self):
        self.line(self.random.choice(["?", ":help", ":why", ":status", ":st"]))

    def junk(self):
        word = self.random.choice(JUNK)
        if self.at is None or self.at["type"] == "text":
            return self.line(":nothing")
        self.line(word)
        return self.reread()

    def enter(self):
        if self.at is not None:
            self.line("")

    def resize(self):
        self.terminal.resize(self.random.choice([20, 40, 80, 200]), self.random.choice([5, 24, 60]))
        self.terminal.settle()
        self.line(":status")

    def paste(self):
        """Several lines are no answer; where nothing marks them as pasted, they came at once."""
        self.terminal.send("\x1b[200~1\n2\n\x1b[31m\n\x1b[201~")
        if self.plain:
            self.terminal.see(r"Several\s+lines\s+came\s+at\s+once|More\s+lines\s+came\s+before")
        if self.plain or (self.at is not None and self.at["type"] == "text"):
            self.terminal.write("\x15")  # Ctrl-U: what stands in the line goes
        self.terminal.settle()
        if self.plain:
            self.look()
        else:
            self.line("")
        self.reread()

    def interrupt(self):
        way = self.random.choice(["quit", "^C", "^D", "TERM", "HUP", "KILL", "close", "^Z"])
        if way == "quit":
            self.terminal.send(":quit\r")
        elif way in ("^C", "^D"):
            self.terminal.send({"^C": "\x03", "^D": "\x04"}[way])
        elif way == "close":
            self.terminal.close()
        elif way == "^Z":
            return self.suspend()
        else:
            self.terminal.kill(getattr(signal, "SIG" + way))
        status = self.terminal.wait()
        expected = {"quit": 0, "KILL": -9}.get(way, 130)
        if self.at is None and way == "^D":
            expected = 0
        check(way == "close" or status == expected, f"{way} ends with {status}", self.terminal)
        self.terminal.close()
        self.check_store()
        self.bar = 0
        self.begin("resume", self.session)
        return None

    def suspend(self):
        self.terminal.kill(signal.SIGTSTP)
        self.terminal.stopped()
        self.terminal.kill(signal.SIGCONT)
        self.terminal.settle()
        self.line(":status")

    def elsewhere(self):
        """Another window answers meanwhile: the next answer here is refused, and told why."""
        number = next((q for q in self.questions.values() if q["type"] == "number"), None)
        if number is None:
            return
        value = str(self.random.randint(int(number["min"]), int(number["max"])))
        status, _, err = self.box.run("answer", self.session, f"{number['id']}={value}")
        check(status == 0, f"the other window could not answer: {err}")
        self.told[number["id"]] = value

    def reread(self):
        """What a nonsense line did is up to the store, as long as it is one more answer or none."""
        stored = self.box.answers(self.session)
        changed = [q for q in stored.keys() | self.told.keys()
                   if stored.get(q) != self.told.get(q)]
        check(len(changed) <= 1, f"changed at once: {changed}", self.terminal)
        check(all(q in stored for q in self.told), "an answer is lost", self.terminal)
        self.told = stored

    def walk(self, role, steps):
        self.begin("take", role)
        calls, weights = zip(*self.steps)
        for _ in range(steps):
            step = self.random.choices(calls, weights)[0]
            self.path.append(f"{step.__name__} at {self.at['id'] if self.at else 'the end'}")
            step()
            self.check_store()
        self.bar = 0
        self.path.append("finish")
        self.finish()
        self.terminal.send("\r")
        check(self.terminal.wait() == 0, "the result does not come", self.terminal)
        check("The full report" in self.terminal.text(), "no result", self.terminal)
        self.terminal.close()
        self.check_store()


def main():
    rung, content, role, walks = sys.argv[1:5]
    seed = sys.argv[5] if len(sys.argv) > 5 else "1"
    steps = failed = 0
    for number in range(int(walks)):
        with Box(rung, content) as box:
            walk = Walk(box, role, f"{seed}/{number}")
            try:
                walk.walk(role, walk.random.randint(5, 60))
                walk.check_report(f"{box.home}/answers.json")
            except Failure as problem:
                failed += 1
                print(f"FAILED  walk {number} of seed {seed}, plain {walk.plain}, {walk.more}, after "
                      f"{walk.path[-6:]}:\n{problem}", flush=True)
            steps += len(walk.path)
    print(f"{walks} walks of {role}, {steps} steps, seed {seed}: {failed} failed")
    sys.exit(1 if failed else 0)


main()

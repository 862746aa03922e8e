"""Somebody who takes an interview, and remembers what was said: each answer typed in one of the ways
there are, beside what the store must then hold."""

import json
import re

from terminal import PROMPT, Failure, Terminal, check

NUMBER = re.compile(r"Question\s+\d+\s+of\s+(?:about\s+)?\d+")
BAR = re.compile(r"Question \d+ of (?:about )?\d+ +([#\u2588]*)([.\u00b7]+)?\n")
OPTION = re.compile(r"^[ *] +(-?\d+)  (\S.*)$(?!\n {5})", re.MULTILINE)  # those on one line
REASON = re.compile(r"(?:fewer|more): |not asked any more|changed from another window|Session ")
REFUSED = re.compile(r"That is no answer here|This cannot be kept|cannot be shown")


def squeezed(text):
    return re.sub(r"\s+", " ", text)


class Person:
    def __init__(self, box, role, seed_of, **more):
        self.box, self.random, self.more = box, seed_of, more
        self.questions = {q["id"]: q for q in box.json("show", role, "--questions")["questions"]}
        self.terminal = self.at = self.session = None
        self.told = {}  # question -> the written form of the answer
        self.noted = {}  # question -> the note on it
        self.bar = 0

    # --- the terminal ---
    def start(self, *words, **more):
        self.terminal = Terminal(self.box, *words, **{**self.more, **more})
        self.terminal.see(PROMPT)
        self.look()
        if self.session is None:
            self.session = self.box.sessions()[0]["id"]
        return self

    def resume(self, **more):
        return self.start("resume", self.session, **more)

    def look(self):
        """Which question is on the screen; the text stays what the last line brought."""
        text = self.terminal.text()
        for shown in BAR.finditer(text):
            done, rest = len(shown.group(1)), len(shown.group(2) or "")
            if rest and done + rest == 20:
                check(done >= self.bar or REASON.search(squeezed(text[:shown.start()])),
                      f"the bar went back from {self.bar} to {done} without a reason", self.terminal)
                self.bar = done
        asked = list(NUMBER.finditer(text))
        if asked:
            shown = squeezed(text[asked[-1].end():])
            found = [q for q in self.questions.values() if squeezed(q["ask"]) in shown]
            check(found, "no question is on the screen", self.terminal)
            self.at = max(found, key=lambda q: len(q["ask"]))
            self.labels = dict(OPTION.findall(text[asked[-1].end():]))
        if not re.search(r"Your answers? \([^\n]*$", text):
            self.at = None
        return text

    def line(self, words):
        self.terminal.line(words)
        return self.look()

    def gone(self, number=9):
        self.terminal.kill(number)
        self.terminal.wait()
        self.terminal.close()

    # --- answers ---
    def pick(self):
        """(what is typed, what the store then holds) at the question on the screen."""
        question, random = self.at, self.random
        kind = question["type"]
        if kind == "choice":
            index = random.randrange(len(question["options"]))
            id_ = question["options"][index]
            return random.choice([str(index + 1), id_, self.label(index + 1) or id_]), id_
        if kind == "choices":
            ids = question["options"]
            some = sorted(random.sample(range(len(ids)), random.randint(1, min(3, len(ids)))))
            if random.random() < 0.3:
                some = [len(ids) - 1]
            words = [random.choice([str(i + 1), ids[i]]) for i in some]
            return random.choice([",", " ", ", ", "; "]).join(words), ",".join(ids[i] for i in some)
        if kind == "scale":
            value = str(random.choice(question["values"]))
            return random.choice([value, self.label(int(value)) or value]), value
        if kind == "yes-no":
            yes = random.random() < 0.6
            return (random.choice(["y", "yes", "1", "YES"]) if yes
                    else random.choice(["n", "no", "2"])), "yes" if yes else "no"
        if kind == "number":
            whole = random.randint(int(question["min"]), int(question["max"]))
            half = not question["integer"] and whole < question["max"] and random.random() < 0.3
            return (f"{whole}.5",) * 2 if half else (str(whole),) * 2
        text = random.choice(["Nothing more", "caf\u00e9, twice", "7", "yes & <no>", "it's \"fine\""])
        return text, text

    def label(self, number):
        """A label as it is on the screen, if it is whole there and no other begins so."""
        label = self.labels.get(str(number))
        alike = [other for other in self.labels.values()
                 if label and other.lower().startswith(label.lower())]
        return label if len(alike) == 1 else None

    def answer(self):
        """Gives an answer. True if it was taken."""
        question = self.at["id"]
        typed, written = self.pick()
        text = squeezed(self.line(typed))
        if "changed from another window" in text:
            return False
        if REFUSED.search(text):
            check("goes with no other answer" in text, f"{typed!r} was refused", self.terminal)
            return False
        self.told[question] = written
        return True

    def check_store(self):
        stored = self.box.answers(self.session)
        check(stored == self.told, f"stored {stored}, told {self.told}", self.terminal)
        notes = self.box.notes(self.session)
        check(notes == self.noted, f"stored notes {notes}, written {self.noted}", self.terminal)

    def finish(self):
        """Answers what is left."""
        for _ in range(5 * len(self.questions)):
            if self.at is None:
                return
            self.answer()
        raise Failure("this interview has no end")

    def check_report(self, path):
        """The same answers given as a file come to the same."""
        with open(path, "w", encoding="utf-8") as file:
            file.write("{" + ",".join(f"{quoted(q)}:{self.value(q)}" for q in self.told) + "}")
        told = self.box.json("report", self.session)
        status, _, err = self.box.run("take", told["role"]["id"], "--answers", path, "--no-input")
        check(status == 0, f"--answers refuses them: {err}")
        given = self.box.json("report", self.box.sessions()[0]["id"])
        check(given["session"]["id"] != told["session"]["id"], "no second session")
        for key in told:
            if key not in ("session", "remarks"):
                check(told[key] == given[key], f"{key} differs from that of --answers")

    def value(self, question):
        kind, written = self.questions[question]["type"], self.told[question]
        if kind in ("scale", "number"):
            return written
        if kind == "yes-no":
            return "true" if written == "yes" else "false"
        if kind == "choices":
            return "[" + ",".join(quoted(id_) for id_ in written.split(",") if id_) + "]"
        return quoted(written)


def quoted(text):
    return json.dumps(text)

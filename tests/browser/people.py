"""People who took an assessment, and their reports: each an example of the shipped rules, some of
them with every question answered."""
import json
import os
import pathlib
import subprocess

import yaml

LONGEST = 60  # seconds that a command may take
ROLES = ("patient-liaison", "patient-care-coordinator")

# (name, role, how the example's name begins, whether all that it leaves open is answered, too)
LOOKED_AT = [
    ("ready", "patient-liaison", "Hospital volunteer", True),
    ("developing", "patient-liaison", "School leaver", True),
    ("half", "patient-liaison", "Receptionist who stopped half-way", False),
    ("aim", "patient-care-coordinator", "Somebody who has answered nothing but the aim", False),
]


class Desk:
    """The command `rung` with a store of its own. `content`: a folder, or the shipped roles."""

    def __init__(self, rung, source, folder, content=None):
        self.rung, self.source, self.folder = rung, pathlib.Path(source), pathlib.Path(folder)
        self.environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                            "RUNG_STORE": str(self.folder / "rung.db"),
                            "RUNG_CONTENT": str(content or source)}

    def run(self, *words):
        done = subprocess.run([self.rung, *words], capture_output=True, timeout=LONGEST,
                              env=self.environment, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"rung {' '.join(words)[:200]}: {done.stderr.decode()[:500]}")
        return done.stdout

    def take(self, role, answers, name):
        """The session's id."""
        path = self.folder / "answers.json"
        path.write_text(json.dumps(answers), encoding="utf-8")
        self.run("take", role, "--answers", str(path), "--no-input", "--name", name)
        return self.facts()["session"]["id"]

    def facts(self, *session):
        return json.loads(self.run("report", *session, "--format", "json"))

    def report(self, session, kind, *words):
        """The path of the report."""
        path = self.folder / f"{session}.{kind}"
        path.write_bytes(self.run("report", session, "--format", kind, *words))
        return path

    def load(self, kind, role):
        with open(self.source / kind / f"{role}.yaml", encoding="utf-8") as file:
            return yaml.safe_load(file)

    # --- People ----------------------------------------------------------------------------------
    def examples(self):
        """(role, name, answers) of every example of the shipped rules."""
        for role in ROLES:
            for example in self.load("rules", role)["examples"]:
                yield role, example["name"], example["answers"]

    def looked_at(self):
        """(name, session) of the people whose pages are looked at closely."""
        for name, role, begins, fill in LOOKED_AT:
            answers = next(answers for of, example, answers in self.examples()
                           if of == role and example.startswith(begins))
            session = self.take(role, answers, name)
            if fill:
                self.fill(session, role)
            yield name, session

    def fill(self, session, role):
        questions = {question["id"]: question for section in self.load("questionnaires", role)["sections"]
                     for question in section["questions"]}
        while left := self.facts(session)["unanswered"]:
            self.run("answer", session, *(f"{name}={some_value(questions[name])}" for name in left))


def some_value(question):
    if question["type"] in ("choice", "choices"):
        return question["options"][0]["id"]
    return {"scale": "2", "number": "3", "yes-no": "yes", "text": "What I would like to add."}[
        question["type"]]

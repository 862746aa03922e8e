"""Random small content: valid by the format, at most a few thousand completions, and full of what `rung check` proves.

    document = make(seed)           Document: .questionnaire and .rules as plain data, .write(folder)
    tidy(seed)                      the same kind of content, made so that most often nothing is wrong with it
"""
import json
import os
import random
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reference"))

import generate                     # noqa: E402
from generate import Code, Expressions, a_value, ids     # noqa: E402

BUDGETS = [60, 200, 200, 600, 600, 1500, 3000]        # completions at most, if every question is asked
SCALES = [[0, 1, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2], [1, 2], [0, 2, 4], [-1, 0, 3], [1, 2, 3, 4]]
RUNGS = ["junior", "senior", "lead"]
BOUNDS = [5, 12.5, 25, 33.5, 40, 50, 60, 66, 75, 80, 90, 100]
LETTERS = "abcdefgh"


class Document:
    """A questionnaire and its rules as plain data, to be changed at will before it is written or read."""

    def __init__(self, questionnaire, rules):
        self.questionnaire, self.rules = questionnaire, rules

    @property
    def id(self):
        return self.rules["id"]

    def questions(self):
        return [q for section in self.questionnaire["sections"] for q in section["questions"]]

    def texts(self):
        """Both as a YAML reader gives them that leaves every scalar as its text."""
        return generate.as_text(self.questionnaire), generate.as_text(self.rules)

    def write(self, folder):
        """The paths of the two files."""
        paths = []
        for sub, data in (("questionnaires", self.questionnaire), ("rules", self.rules)):
            os.makedirs(os.path.join(folder, sub), exist_ok=True)
            paths.append(os.path.join(folder, sub, self.id + ".yaml"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(emit(data))
        return paths


# --------------------------------------------------------------------------------------------------------------- YAML

PLAIN = re.compile(r"[A-Za-z][\w ./()<=>!+*?%|-]*(?: &&[\w ./()<=>!+*?%|'-]*)*")
WORDS = {"true", "false", "null"}


def emit(value, indent=0):
    """Blocks; each expression on a line of its own, where its text stands as it is."""
    pad = "  " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{key}:{emit_value(v, indent)}" for key, v in value.items())
    return "".join(f"{pad}-{emit_item(v, indent)}" for v in value)


def emit_value(value, indent):
    if isinstance(value, (dict, list)) and value:
        return "\n" + emit(value, indent + 1)
    return f" {scalar(value)}\n"


def emit_item(value, indent):
    if isinstance(value, dict):
        return " " + emit(value, indent + 1).lstrip(" ")
    return f" {scalar(value)}\n"


def scalar(value):
    if isinstance(value, bool) or not isinstance(value, str):
        return json.dumps(value)
    if PLAIN.fullmatch(value) and value not in WORDS and not value.endswith(" "):
        return value
    return json.dumps(value, ensure_ascii=False)


# ------------------------------------------------------------------------------------------------------ questionnaire

class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.id = f"case-{seed}"
        self.left = self.rng.choice(BUDGETS)
        self.rungs = RUNGS[:self.rng.choice([1, 2, 2, 2, 3])]
        self.scales = {f"scale-{i}": self.rng.choice(SCALES) for i in range(self.rng.choice([1, 1, 2]))}
        self.risk = self.rng.choice([0.0, 0.0, 0.0, 0.0, 0.15, 0.3])
        self.reals = self.rng.random() < 0.08
        self.plain = self.rng.choice([0.4, 0.95])       # how often a level is what authors write, and can be reached

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, *values):
        return self.rng.choice(values)

    def document(self):
        return Document(self.questionnaire(), self.rules())

    def questionnaire(self):
        rng = self.rng
        self.questions = [self.target_question()]
        count, sections = rng.randint(2, 6), [{"id": "start", "title": "Start", "questions": list(self.questions)}]
        while len(self.questions) <= count and self.left >= 2:
            if len(sections) < 3 and self.chance(0.3):
                sections.append({"id": f"section-{len(sections)}", "title": "More"})
                if self.chance(0.6):
                    sections[-1]["when"] = self.condition(self.questions)
                sections[-1]["questions"] = []
            q = self.question(hidden="when" in sections[-1])
            sections[-1]["questions"].append(q)
            self.questions.append(q)
        sections = [s for s in sections if s["questions"]]
        used = {q.get("scale") for q in self.questions}
        scales = {id: [{"value": v, "label": f"Level {v}"} for v in values] for id, values in self.scales.items()
                  if id in used or self.chance(0.1)}
        return {"format": "rung-questionnaire/1", "id": self.id, "title": "Small", "language": "en",
                **({"scales": scales} if scales else {}), "sections": sections}

    def target_question(self):
        """Its options are the rungs; now and then one is missing."""
        rungs = self.rungs[:-1] if len(self.rungs) > 1 and self.chance(0.08) else self.rungs
        self.left //= len(rungs)
        return {"id": "target_rung", "type": "choice", "ask": "Which?", "evidence": "fact", "required": True,
                "options": [{"id": r, "label": r.title()} for r in rungs]}

    def question(self, hidden):
        kinds = ["choice", "choice", "scale", "scale", "yes-no", "yes-no", "choices", "number", "text"]
        while True:
            kind = self.rng.choice(kinds)
            q = {"id": f"{kind[:2]}{len(self.questions)}".replace("-", "_"), "type": kind, "ask": "What?",
                 "evidence": self.rng.choice(generate.EVIDENCE), **self.domain(kind)}
            size = self.size(q)
            if size <= self.left:
                break
        self.left //= size
        if kind != "text" and self.chance(0.3):
            q["required"] = True
        if self.chance(0.33):
            q["when"] = self.condition(self.questions)
        if ("when" in q or hidden) and kind != "text" and self.chance(0.5):
            q["unasked"] = "unknown" if self.chance(0.35) else self.a_value(q)
        return q

    def domain(self, kind):
        if kind in ("choice", "choices"):
            q = {"options": [self.option(id) for id in LETTERS[:self.rng.choice([2, 2, 3, 3, 4])]]}
            if kind == "choices" and self.chance(0.4):
                q["exclusive"] = self.rng.sample(ids(q), self.pick(1, 1, len(ids(q))))
            return q
        if kind == "scale":
            return {"scale": self.rng.choice(list(self.scales))}
        if kind == "number":
            least = self.pick(0, 0, 1, -1)
            return {"min": least, "max": least + self.pick(1, 2, 4), **({} if self.reals else {"integer": True})}
        return {}

    def option(self, id):
        return {"id": id, "label": id.upper(), **({"points": self.pick(0, 1, 2, 3, 4, 1.5)} if self.chance(0.6) else {})}

    def size(self, q):
        if q["type"] == "choice":
            return len(q["options"])
        if q["type"] == "choices":
            exclusive = len(q.get("exclusive", []))
            return 2 ** (len(q["options"]) - exclusive) + exclusive
        if q["type"] == "scale":
            return len(self.scales[q["scale"]])
        if q["type"] == "number":
            return q["max"] - q["min"] + 1 if q.get("integer") else 9
        return 2 if q["type"] == "yes-no" else 1

    def a_value(self, q):
        if q["type"] == "number":
            return self.rng.randint(q["min"], q["max"])
        return a_value(self.rng, q, self.scales.get(q.get("scale")))

    # ---------------------------------------------------------------------------------------------------- expressions

    def expressions(self, questions, rungs=(), risky=None):
        """Over two questions most often, so that what is said of them contradicts itself now and then."""
        usable = [q for q in questions if q["type"] != "text"]
        few = self.rng.sample(usable, min(len(usable), self.pick(1, 1, 2, 2, 3)))
        return Expressions(self.rng, few, rungs, risky=self.risk if risky is None else risky)

    def condition(self, questions, rungs=()):
        made = self.expressions(questions, rungs)
        one = made.condition(self.pick(0, 0, 1, 1, 2))
        if self.chance(0.08):
            return Code(self.pick(f"({one}) || !({one})", f"!({one}) && ({one})", f"({one}) || ({made.test()})"))
        return Code(one)

    def level(self):
        made = self.expressions(self.questions, self.rungs if self.chance(0.15) else ())
        q = made.rng.choice(made.questions)
        plain = self.plain_level(q) if self.chance(self.plain) else None
        return Code(plain or made.level())

    def plain_level(self, q):
        if q["type"] == "scale":
            return self.pick(q["id"], f"{q['id']} * 2")
        if q["type"] == "choice" and len(ids(q)) > 1:
            levels = self.rng.sample([0, 1, 2, 3, 4, 4], len(ids(q)))
            return " : ".join([f"{q['id']} == '{o}' ? {n}" for o, n in zip(ids(q)[:-1], levels)] + [str(levels[-1])])
        if q["type"] == "choices":
            return " + ".join(f"('{o}' in {q['id']} ? 2 : 0)" for o in ids(q))
        if q["type"] == "yes-no":
            return f"{q['id']} ? {self.pick(2, 3, 4, 4)} : {self.pick(0, 0, 1)}"
        return None

    # ---------------------------------------------------------------------------------------------------------- rules

    def rules(self):
        rng = self.rng
        self.deciders = [q for q in self.questions if q.get("required")]
        dimensions = [{"id": f"dimension-{d}", "title": "Some", "weight": self.pick(1, 2, 3, 0.5)} for d in range(self.pick(1, 2))]
        requirements = [self.requirement(r, rng.choice(dimensions)["id"]) for r in range(rng.randint(2, 5))]
        rules = {"format": "rung-rules/1", "id": self.id, "title": "Small", "questionnaire": self.id, "target": self.target(),
                 "rungs": [{"id": r, "title": r.title()} for r in self.rungs],
                 "dimensions": dimensions, "requirements": requirements, "verdicts": self.verdicts()}
        names = [r["id"] for r in requirements]
        actions = [self.action(a, names) for a in range(self.pick(0, 0, 1, 2, 3, 5))]
        notes = [{"id": f"note-{n}", "title": "Mind", "text": "Mind.", "when": self.condition(self.questions, self.rungs)}
                 for n in range(self.pick(0, 1, 2))]
        if actions:
            rules["actions"] = actions
        if self.chance(0.3):
            rules["specialisations"] = [{"id": "special", "title": "Special", "text": "Rare.",
                                         "levels": {n: rng.randint(1, 4) for n in names[:self.pick(1, 2)]}}]
        if notes:
            rules["notes"] = notes
        if self.chance(0.7):
            rules["examples"] = [self.example(e) for e in range(self.pick(1, 1, 2))]
        return rules

    def target(self):
        choosing = self.expressions(self.deciders, risky=0.0)
        if self.chance(0.85):
            return Code("target_rung")
        return Code(f"{choosing.condition(1)} ? '{self.pick(*self.rungs)}' : {self.pick('target_rung', repr(self.rungs[0]))}")

    def requirement(self, number, dimension):
        deciding = self.expressions(self.deciders, self.rungs, risky=self.risk / 3)
        out = {"id": f"need-{number}", "title": "Need", "dimension": dimension, "importance": self.rng.randint(1, 5)}
        if self.chance(0.3):
            out["when"] = Code(deciding.condition(self.pick(0, 1)))
        kind = self.rng.random()
        out["target"] = (self.pick(0, 1, 2, 2, 3, 4) if kind < 0.5 else
                         {r: self.rng.randint(0, 4) for r in self.rungs if self.chance(0.8)} or 2 if kind < 0.85 else
                         Code(f"{deciding.condition(1)} ? {self.rng.randint(0, 4)} : {self.rng.randint(1, 4)}"))
        kind, deciding.risky = self.rng.random(), 0.0       # or it could not be told what words come out
        out["need"] = (self.pick("essential", "preferred") if kind < 0.6 else
                       {r: self.pick("essential", "preferred") for r in self.rungs if self.chance(0.8)} or "essential" if kind < 0.9 else
                       Code(f"{deciding.condition(1)} ? 'essential' : 'preferred'"))
        out["attained"] = self.level()
        return {**out, "basis": "judgement"}

    def verdicts(self):
        bounds = sorted(self.rng.sample(BOUNDS, self.pick(1, 2, 2, 3)), reverse=True)
        out = []
        for i, bound in enumerate(bounds):
            out.append({"id": f"band-{i}", "title": "Band", "at-least": bound})
            if self.chance(0.5):
                out[-1]["essential-gap"] = self.pick(0, 0, 1, 2)
        return out + [{"id": "lowest", "title": "Lowest"}]

    def action(self, number, names):
        out = {"id": f"action-{number}", "title": "Do", "kind": "course", "months": [1, 2],
               "raises": {n: self.rng.randint(1, 4) for n in self.rng.sample(names, self.pick(1, 1, 2))}}
        if self.chance(0.5):
            out["when"] = self.condition(self.questions, self.rungs)
        if self.chance(0.4):
            out["done-when"] = self.condition(self.questions, self.rungs)
        if number and self.chance(0.5):
            out["after"] = [f"action-{a}" for a in self.rng.sample(range(number), self.pick(1, min(2, number)))]
        return out

    def example(self, number):
        answers = {q["id"]: self.a_value(q) for q in self.questions if q["type"] != "text" and self.chance(0.7)}
        return {"name": f"Example {number}", "answers": answers, "expect": {"score": [0, 100]}}


def make(seed):
    return Maker(seed).document()


# --------------------------------------------------------------------------------------------------------------- tidy

def tidy(seed):
    """Content with which most often nothing is wrong: questions that are all asked and used, levels that go from 0
    to 4, verdicts far apart, an action for every requirement. The caller looks whether it is so."""
    rng = random.Random(seed)
    rungs = RUNGS[:rng.choice([2, 2, 3])]
    id = f"tidy-{seed}"
    scale = {"id": "scale_q", "type": "scale", "ask": "How?", "scale": "from-0-to-4"}
    choice = {"id": "choice_q", "type": "choice", "ask": "Which?",
              "options": [{"id": o, "label": o, "points": p} for o, p in zip(LETTERS, rng.sample([0, 4], 2) + [2][:rng.randint(0, 1)])]}
    flag = {"id": "flag_q", "type": "yes-no", "ask": "Is it?", "required": True}
    some = {"id": "some_q", "type": "choices", "ask": "What of these?", "options": [{"id": o, "label": o} for o in "abc"[:rng.randint(2, 3)]]}
    whole = {"id": "whole_q", "type": "number", "ask": "How many?", "min": 0, "max": rng.choice([2, 4]), "integer": True}
    pool = {"scale_q": (scale, "scale_q"), "choice_q": (choice, "points(choice_q)"),
            "some_q": (some, f"size(some_q) * {4 // len(some['options'])} + ('a' in some_q ? 1 : 0) + ('b' in some_q && flag_q ? 2 : 0)"),
            "whole_q": (whole, f"whole_q * {4 // whole['max']}")}
    chosen = rng.sample(list(pool), rng.randint(2, 3))
    target = {"id": "target_rung", "type": "choice", "ask": "Which rung?", "required": True,
              "options": [{"id": r, "label": r.title()} for r in rungs]}
    questions = [pool[name][0] for name in chosen]
    if rng.random() < 0.5:
        questions[-1]["when"] = Code("flag_q")
    requirements = []
    for i, name in enumerate(chosen):
        targets = dict(zip(rungs, sorted(rng.choice([2, 3, 4]) for _ in rungs)))
        requirements.append({"id": f"need-{i}", "title": "Need", "dimension": "all", "importance": rng.randint(1, 5),
                             "target": rng.choice([4, targets]), "need": rng.choice(["preferred", "essential"]),
                             "attained": Code(pool[name][1]), "basis": "judgement"})
    requirements[0]["attained"] = Code(f"flag_q ? {pool[chosen[0]][1]} : {'0.0' if 'points' in pool[chosen[0]][1] else 0}")
    rules = {"format": "rung-rules/1", "id": id, "title": "Tidy", "questionnaire": id, "target": Code("target_rung"),
             "rungs": [{"id": r, "title": r.title()} for r in rungs], "dimensions": [{"id": "all", "title": "All", "weight": 2}],
             "requirements": requirements,
             "verdicts": [{"id": "ready", "title": "Ready", "at-least": 85}, {"id": "nearly", "title": "Nearly", "at-least": rng.choice([40, 50])},
                          {"id": "lowest", "title": "Lowest"}],
             "actions": [{"id": f"action-{i}", "title": "Do", "kind": "course", "months": [1, 2], "raises": {f"need-{i}": 4}}
                         for i in range(len(chosen))],
             "examples": [{"name": "One", "answers": {"target_rung": rungs[0], "flag_q": True}, "expect": {"score": [0, 100]}}]}
    questionnaire = {"format": "rung-questionnaire/1", "id": id, "title": "Tidy", "language": "en",
                     "sections": [{"id": "start", "title": "Start", "questions": [target, flag] + questions}]}
    if "scale_q" in chosen:
        questionnaire["scales"] = {"from-0-to-4": [{"value": v, "label": f"Level {v}"} for v in range(5)]}
    return Document(questionnaire, rules)

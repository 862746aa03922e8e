#!/usr/bin/env python3
"""Content as large as roles get: large.py DIR [--questions N] [--requirements N] [--seed S]

Shaped like what is shipped: sections that depend on an early answer, questions that depend on the one before, levels
from one to four questions, targets and needs by rung, actions after each other. Most of it is sound; a small share of
what `rung check` warns of is in it, too.
"""
import argparse
import json
import os
import random

RUNGS = ["junior", "regular", "senior", "lead", "manager"]
SETTINGS = ["hospital", "clinic", "remote", "home"]
KINDS = ["course", "certification", "experience", "project", "practice"]


class Maker:
    def __init__(self, options):
        self.rng = random.Random(options.seed)
        self.wanted, self.needs = options.questions, options.requirements
        self.questions = []         # id, type, and how it gives a level from 0 to 4
        self.senior = set()         # questions that only those are asked who aim high

    def pick(self, *values):
        return self.rng.choice(values)

    # -------------------------------------------------------------------------------------------------- questionnaire

    def questionnaire(self):
        start = [self.enumerated("target_rung", RUNGS), self.enumerated("setting", SETTINGS),
                 *({"id": f"fact_{i}", "type": "yes-no", "ask": "Is it so?", "evidence": "fact", "required": True} for i in range(4))]
        sections = [{"id": "start", "title": "Start", "questions": start}]
        left = self.wanted - len(start)
        while left > 0:
            size = min(left, 50)
            sections.append(self.section(len(sections), size))
            left -= size
        scale = [{"value": v, "label": f"What one has done at level {v}"} for v in range(5)]
        return {"format": "rung-questionnaire/1", "id": "large", "title": "A large role", "language": "en", "scales": {"practice": scale},
                "sections": sections}

    def enumerated(self, id, values):
        return {"id": id, "type": "choice", "ask": "Which?", "evidence": "fact", "required": True,
                "options": [{"id": v, "label": v.title()} for v in values]}

    def section(self, number, size):
        out = {"id": f"section-{number}", "title": f"Part {number}"}
        if number % 5 == 0:
            out["when"] = self.pick(f'setting == "{self.pick(*SETTINGS)}"', f'setting in ["{SETTINGS[0]}", "{self.pick(*SETTINGS[1:])}"]',
                                    f"fact_{self.rng.randrange(4)}", f'target_rung in ["{RUNGS[3]}", "{RUNGS[4]}"]')
        out["questions"] = []
        for _ in range(size):
            q = self.question("when" in out)
            before = self.questions[-1] if out["questions"] else None
            if before and self.rng.random() < 0.2:
                q["when"] = self.condition(before)
            out["questions"].append(q)
            self.questions.append((q["id"], q["type"], self.level(q)))
            if "target_rung" in out.get("when", ""):
                self.senior.add(q["id"])
        return out

    def question(self, hidden):
        kind = self.rng.choices(["scale", "choice", "yes-no", "choices", "number"], [40, 25, 15, 10, 10])[0]
        q = {"id": f"q{len(self.questions)}_{kind.replace('-', '_')}", "type": kind, "ask": f"What of thing {len(self.questions)}?",
             "help": "What counts is what you did yourself.", "evidence": self.pick("self-rating", "behaviour", "scenario", "knowledge")}
        if kind == "scale":
            q["scale"] = "practice"
        elif kind == "choice":
            q["options"] = [{"id": f"answer-{o}", "label": f"Answer {o}", "points": p} for o, p in enumerate(self.rng.sample([0, 1, 2, 4], 4))]
        elif kind == "choices":
            q["options"] = [{"id": f"thing-{o}", "label": f"Thing {o}"} for o in range(5)] + [{"id": "none", "label": "None"}]
            q["exclusive"] = ["none"]
        elif kind == "number":
            q.update({"min": 0, "max": self.pick(10, 40, 60), "integer": True, "unit": "years"})
        if hidden and self.rng.random() < 0.1:
            q["unasked"] = "unknown"
        return q

    def condition(self, question):
        id, kind, _ = question
        return {"scale": f"{id} >= {self.rng.randint(1, 3)}", "choice": f"points({id}) > 1.0", "yes-no": id,
                "choices": f'"thing-{self.rng.randrange(5)}" in {id}', "number": f"{id} > {self.rng.randint(0, 5)}"}[kind]

    def level(self, q):
        """An expression from 0.0 to 4.0."""
        id = q["id"]
        return {"scale": f"double({id})", "choice": f"points({id})", "yes-no": f"({id} ? 4.0 : 0.0)",
                "choices": f'("none" in {id} ? 0.0 : ("thing-0" in {id} ? 2.0 : 0.0) + ("thing-1" in {id} ? 1.0 : 0.0) + math.least(double(size({id})), 2.0) / 2.0)',
                "number": f"({id} >= 5 ? 4.0 : {id} >= 3 ? 3.0 : {id} >= 1 ? 2.0 : 0.0)"}[q["type"]]

    # ---------------------------------------------------------------------------------------------------------- rules

    def rules(self):
        rng = self.rng
        groups = self.groups()
        requirements = [self.requirement(i, group) for i, group in enumerate(groups)]
        ids = [r["id"] for r in requirements]
        return {"format": "rung-rules/1", "id": "large", "title": "A large role", "questionnaire": "large", "currency": "USD", "target": "target_rung",
                "rungs": [{"id": r, "title": r.title(), "years": [i, i + 3]} for i, r in enumerate(RUNGS)],
                "dimensions": [{"id": f"dimension-{d}", "title": f"Field {d}", "weight": 1 + d % 3} for d in range(8)],
                "requirements": requirements,
                "verdicts": [{"id": "ready", "title": "Ready", "at-least": 85, "essential-gap": 1}, {"id": "nearly", "title": "Nearly", "at-least": 70},
                             {"id": "developing", "title": "Developing", "at-least": 40}, {"id": "exploring", "title": "Exploring"}],
                "actions": [self.action(a, [*ids[5 * a:5 * a + 5], rng.choice(ids)]) for a in range((len(ids) + 4) // 5)],
                "specialisations": [{"id": f"special-{s}", "title": f"Special {s}", "levels": {r: 4 for r in rng.sample(ids, 8)}} for s in range(10)],
                "notes": [{"id": f"note-{n}", "title": "Mind", "text": "Mind this.", "when": self.condition(rng.choice(self.questions))}
                          for n in range(100)],
                "examples": [{"name": f"Example {e}", "answers": {"target_rung": RUNGS[e % 5], "setting": SETTINGS[e % 4], **{f"fact_{i}": True for i in range(4)}},
                              "expect": {"score": [0, 100]}} for e in range(5)]}

    def groups(self):
        """Every question in one requirement, with such that are asked nearby, and some in another one as well."""
        count = len(self.questions)
        out = [self.questions[i * count // self.needs:(i + 1) * count // self.needs] for i in range(self.needs)]
        for group in out:
            if self.rng.random() < 0.3 or not group:
                group.append(self.rng.choice(self.questions))
        return out

    def requirement(self, number, group):
        levels = [level for _, _, level in group]
        shape = self.rng.random()
        if len(levels) == 1:
            attained = levels[0]
        elif shape < 0.4:
            attained = f"math.least({levels[0]}, {levels[1]} / 2.0 + 2.0)" + "".join(f" + {more} / 8.0" for more in levels[2:])
        elif shape < 0.7:
            attained = f"math.greatest({', '.join(levels)})"
        else:
            attained = f"({' + '.join(levels)}) / {len(levels)}.0"
        out = {"id": f"need-{number}", "title": f"Need {number}", "dimension": f"dimension-{number % 8}", "importance": self.rng.randint(1, 5),
               "attained": attained, "why": "It is asked for.", "source": f"Part {number}", "basis": self.pick("documented", "judgement")}
        out["target"] = self.pick(2, 3, {"junior": 1, "regular": 2, "senior": 3}, {"regular": 2, "lead": 3}, 'setting == "remote" ? 3 : 2')
        out["need"] = self.rng.choices(["preferred", "essential", {"junior": "preferred", "senior": "essential"}], [7, 1, 2])[0]
        if self.senior.intersection(id for id, _, _ in group):
            out["when"] = 'rung in ["lead", "manager"]'
        elif self.rng.random() < 0.2:
            out["when"] = self.pick('rung in ["junior", "regular"]', 'rung in ["senior", "lead", "manager"]', f"fact_{self.rng.randrange(4)}")
        return out

    def action(self, number, raised):
        out = {"id": f"action-{number}", "title": f"Do thing {number}", "text": "Begin this week.", "kind": self.pick(*KINDS),
               "months": [1, self.rng.randint(2, 24)], "cost": [0, 100 * number], "raises": {r: 4 for r in raised}}
        if self.rng.random() < 0.3:
            out["done-when"] = self.condition(self.rng.choice(self.questions))
        if number and self.rng.random() < 0.3:
            out["after"] = [f"action-{self.rng.randrange(number)}"]
        return out


def emit(value, indent=0):
    """Block YAML, flat lists and maps in a line."""
    pad, out = "  " * indent, []
    for key, v in value.items() if isinstance(value, dict) else enumerate(value):
        head = f"{pad}{key}:" if isinstance(value, dict) else f"{pad}-"
        nested = isinstance(v, (dict, list)) and any(isinstance(x, (dict, list)) for x in (v.values() if isinstance(v, dict) else v))
        if nested and isinstance(value, dict):
            out.append(f"{head}\n{emit(v, indent + 1)}")
        elif nested or (isinstance(v, dict) and len(v) > 4):
            out.append(f"{head} {emit(v, indent + 1).lstrip(' ')}" if not isinstance(value, dict) else f"{head}\n{emit(v, indent + 1)}")
        else:
            out.append(f"{head} {json.dumps(v)}\n")
    return "".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--questions", type=int, default=2000)
    parser.add_argument("--requirements", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    maker = Maker(options)
    for sub, make in (("questionnaires", maker.questionnaire), ("rules", maker.rules)):
        os.makedirs(os.path.join(options.folder, sub), exist_ok=True)
        with open(os.path.join(options.folder, sub, "large.yaml"), "w", encoding="utf-8") as file:
            file.write(emit(make()))


if __name__ == "__main__":
    main()

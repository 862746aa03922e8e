#!/usr/bin/env python3
"""Random valid content, and random answer sheets for any content. The same seed gives the same bytes.

    generate.py content DIR --seed S                                  writes DIR/questionnaires/ID.yaml and DIR/rules/ID.yaml
    generate.py sheets --content DIR --role ID --count N --seed S     prints N lines for `rung score ID`

The content is small but meets every corner that scoring has: each type of question, conditions on sections and
questions and chains of them, unasked values, exclusive options, points, targets and needs in each form, conditions of
requirements, several bands of verdicts, and expressions that fail for some answers.
"""
import argparse
import json
import os
import random

import yaml

import reference

RUNGS = ["junior", "liaison", "senior", "lead"]
WORDS = ["daily", "weekly", "no", "yes", "off", "some-day", "a-lot", "never", "v2", "none-yet"]
EVIDENCE = ["self-rating", "behaviour", "scenario", "knowledge", "credential", "fact"]
DIVISION_IN_WHEN = 0.03         # how often the condition of a question may fail (division by zero)


class Code(str):
    """An expression; it may be written in any YAML style."""


# ------------------------------------------------------------------------------------------------------- expressions

class Expressions:
    """Typed random expressions over some questions. Only what a typed reader accepts."""

    def __init__(self, rng, questions, rungs=(), risky=0.0):
        self.rng, self.rungs, self.risky = rng, list(rungs), risky
        self.questions = [q for q in questions if q["type"] != "text"]

    def pick(self, *types):
        fitting = [q for q in self.questions if q["type"] in types]
        return self.rng.choice(fitting) if fitting else None

    def condition(self, depth=2):
        if depth and self.rng.random() < 0.55:
            a, b = self.condition(depth - 1), self.condition(depth - 1)
            return self.rng.choice([f"({a}) && ({b})", f"({a}) || ({b})", f"!({a})", f"(({a}) ? ({b}) : !({b}))"])
        return self.test()

    def test(self):
        """A comparison of one question, or of `rung`."""
        if self.rungs and (self.rng.random() < 0.25 or not self.questions):
            return self.on_enumeration("rung", self.rungs)
        if self.rng.random() < self.risky:
            return f"{self.rng.randint(1, 9)} {self.rng.choice('/%')} {self.whole(1)} >= 1"
        if self.rng.random() < 0.2:
            return f"{self.real(1)} {self.rng.choice(['<', '<=', '>', '>='])} {self.rng.choice([self.whole(0), '1.5', '2.0'])}"
        q = self.rng.choice(self.questions)
        id = q["id"]
        if q["type"] == "choice":
            if self.rng.random() < 0.2:
                return f"points({id}) >= {self.rng.choice(['1', '1.5', '2.0'])}"
            return self.on_enumeration(id, ids(q))
        if q["type"] == "choices":
            return self.rng.choice([f"'{self.rng.choice(ids(q))}' in {id}", f"size({id}) >= {self.rng.randint(1, 3)}",
                                    f"{id}.size() == {self.rng.randint(0, 2)}", f"points({id}) > 1.0"])
        if q["type"] == "yes-no":
            return self.rng.choice([id, f"!{id}", f"{id} == true"])
        bound = self.rng.choice(values_near(self.rng, q))
        return f"{id} {self.rng.choice(['<', '<=', '>', '>=', '==', '!='])} {bound}"

    def on_enumeration(self, id, values):
        one, two = self.rng.choice(values), self.rng.choice(values)
        return self.rng.choice([f"{id} == '{one}'", f'{id} != "{one}"', f"{id} in ['{one}', '{two}']", f"{id}.startsWith('{one[0]}')"])

    def whole(self, depth=2):
        """An int."""
        if depth and self.rng.random() < 0.6:
            a, b = self.whole(depth - 1), self.whole(depth - 1)
            if self.rng.random() < self.risky:
                return self.rng.choice([f"12 / {a}", f"({a}) % ({b})"])
            return self.rng.choice([f"{a} + {b}", f"math.least({a}, {b})", f"math.greatest({a}, {b}, 1)",
                                    f"({self.test()} ? {a} : {b})", f"({a}) * 2 / 3", f"int({self.real(0)})"])
        q = self.pick("scale", "number", "choices")
        if q is None or self.rng.random() < 0.2:
            return str(self.rng.randint(0, 4))
        if q["type"] == "choices":
            return f"size({q['id']})"
        return q["id"] if q["type"] == "scale" or q.get("integer") else f"int({q['id']})"

    def real(self, depth=2):
        """A double."""
        if depth and self.rng.random() < 0.6:
            a, b = self.real(depth - 1), self.real(depth - 1)
            return self.rng.choice([f"{a} + {b}", f"({a}) * 0.5", f"math.least({a}, 4)", f"math.greatest({self.whole(0)}, {a})",
                                    f"({self.test()} ? {a} : {b})", f"({a}) / 2.0", f"double({self.whole(0)}) - {b}"])
        q = self.pick("choice", "choices", "number")
        if q is None or self.rng.random() < 0.2:
            return self.rng.choice(["0.5", "1.0", "2.25", "3.0"])
        if q["type"] != "number":
            return f"points({q['id']})"
        return q["id"] if not q.get("integer") else f"double({q['id']})"

    def level(self):
        """What a requirement's `attained` may be."""
        kind = self.rng.random()
        if kind < 0.25 and self.pick("choice"):
            q = self.pick("choice")
            levels = [f"{q['id']} == '{o}' ? {self.rng.randint(0, 4)} : " for o in ids(q)[:3]]
            return "".join(levels) + str(self.rng.randint(0, 4))
        if kind < 0.40:
            return f"{self.condition(1)} ? {self.whole(1)} : {self.whole(1)}"
        return self.whole() if kind < 0.7 else self.real()


def ids(q):
    return [o["id"] for o in q["options"]]


def values_near(rng, q):
    if q["type"] == "scale":
        return ["0", "1", "2", "3"]
    middle = (q["min"] + q["max"]) // 2
    return [str(q["min"]), str(int(middle)), str(int(middle) + 1), f"{middle}.5"]


# ----------------------------------------------------------------------------------------------------- questionnaire

class Maker:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.id = f"role-{seed}"
        self.rungs = RUNGS[:self.rng.randint(1, 4)]
        self.scales = {"proficiency": list(range(0, self.rng.randint(4, 5)))}
        if self.chance(0.6):
            self.scales["from-one"] = self.rng.choice([[1, 2, 3], [-2, -1, 1, 3], [0, 2, 4]])

    def chance(self, p):
        return self.rng.random() < p

    def some(self, values, least=1):
        """Some of the values, in their order."""
        count = self.rng.randint(least, len(values))
        chosen = set(self.rng.sample(range(len(values)), count))
        return [v for i, v in enumerate(values) if i in chosen]

    def questionnaire(self):
        self.questions, sections = [], []
        target = {"id": "target_rung", "type": "choice", "ask": "Which rung?", "evidence": "fact", "required": True,
                  "options": [{"id": r, "label": r.title()} for r in self.rungs]}
        for s in range(self.rng.randint(2, 4)):
            section = {"id": f"section-{s}", "title": f"Section {s}"}
            earlier = list(self.questions)
            if s and self.chance(0.4):
                section["when"] = self.when(earlier)
            section["questions"] = [target] if s == 0 else []
            self.questions += section["questions"]
            for _ in range(self.rng.randint(1, 4)):
                q = self.question(hidden="when" in section)
                section["questions"].append(q)
                self.questions.append(q)
            sections.append(section)
        scales = {id: [{"value": v, "label": f"Level {v}"} for v in values] for id, values in self.scales.items()}
        return {"format": "rung-questionnaire/1", "id": self.id, "title": "Generated", "language": "en", "intro": "Made by chance.",
                "scales": scales, "sections": sections}

    def when(self, earlier):
        """A condition; often on the latest question, so that chains grow deep."""
        latest = earlier[-2:] if self.chance(0.6) else earlier
        risky = 1.0 if self.chance(DIVISION_IN_WHEN) else 0.0
        usable = [q for q in latest if q["type"] != "text"] or [earlier[0]]
        return Code(Expressions(self.rng, usable, risky=risky).condition(self.rng.choice([0, 0, 1, 2])))

    def question(self, hidden):
        number = len(self.questions)
        kind = self.rng.choice(["choice", "choice", "choices", "scale", "scale", "number", "yes-no", "yes-no", "text"])
        q = {"id": f"q{number}_{kind.replace('-', '_')}", "type": kind, "ask": f"Question {number}?",
             "evidence": self.rng.choice(EVIDENCE)}
        if kind in ("choice", "choices"):
            q["options"] = [self.option(id) for id in self.rng.sample(WORDS, self.rng.randint(2, 4))]
        if kind == "choices" and self.chance(0.5):
            q["exclusive"] = self.rng.sample(ids(q), self.rng.choice([1, 1, 2]))
        if kind == "scale":
            q["scale"] = self.rng.choice(list(self.scales))
        if kind == "number":
            q["min"] = self.rng.choice([0, 0, 1, -2])
            q["max"] = q["min"] + self.rng.choice([3, 6, 20])
            if self.chance(0.7):
                q["integer"] = True
        if kind != "text" and self.chance(0.25):
            q["required"] = True
        if self.chance(0.45):
            q["when"] = self.when(self.questions)
        if ("when" in q or hidden) and kind != "text" and self.chance(0.5):
            q["unasked"] = "unknown" if self.chance(0.3) else self.a_value(q)
        if self.chance(0.3):
            q["help"] = "What counts: everything."
        return q

    def option(self, id):
        out = {"id": id, "label": id.replace("-", " ")}
        if self.chance(0.7):
            out["points"] = self.rng.choice([0, 1, 2, 3, 4, 1.5, 0.25, -1])
        return out

    def a_value(self, q):
        return a_value(self.rng, q, self.scales.get(q.get("scale")))

    # --------------------------------------------------------------------------------------------------------- rules

    def rules(self):
        deciders = [q for q in self.questions if q.get("required")]
        self.deciding = Expressions(self.rng, deciders if self.chance(0.5) else deciders[:1], self.rungs)
        dimensions = [{"id": f"dimension-{d}", "title": f"Dimension {d}", "weight": self.rng.choice([1, 2, 3, 0.5, 1.75])}
                      for d in range(self.rng.randint(1, 3))]
        requirements = [self.requirement(r, self.rng.choice(dimensions)["id"]) for r in range(self.rng.randint(2, 8))]
        names = [r["id"] for r in requirements]
        rules = {"format": "rung-rules/1", "id": self.id, "title": "Generated role", "questionnaire": self.id,
                 "source": {"title": "Nothing", "edition": "1"}, "summary": "Made by chance.", "currency": "USD",
                 "target": Code("target_rung"),
                 "rungs": [{"id": r, "title": r.title(), "years": [i, i + 2], "pay": {"median": 40000 + i, "average": 41000 + i},
                            "focus": ["work"]} for i, r in enumerate(self.rungs)],
                 "dimensions": dimensions, "requirements": requirements, "verdicts": self.verdicts(),
                 "actions": [{"id": f"action-{a}", "title": f"Action {a}", "text": "Do it.", "kind": "course", "months": [1, 2 + a],
                              "cost": [0, 100], "raises": {self.rng.choice(names): self.rng.randint(1, 4)}}
                             for a in range(self.rng.randint(1, 3))]}
        if self.chance(0.6):
            rules["specialisations"] = [{"id": f"special-{s}", "title": f"Special {s}", "text": "Rare.",
                                         "levels": {n: self.rng.randint(1, 4) for n in self.some(names)}}
                                        for s in range(self.rng.randint(1, 2))]
        if self.chance(0.7):
            everything = Expressions(self.rng, self.questions, self.rungs, risky=0.05)
            rules["notes"] = [{"id": f"note-{n}", "when": Code(everything.condition()), "title": f"Note {n}", "text": "Mind."}
                              for n in range(self.rng.randint(1, 3))]
        return rules

    def requirement(self, number, dimension):
        usable = [q for q in self.questions if q["type"] != "text"]
        few = self.rng.sample(usable, min(len(usable), self.rng.randint(1, 4)))
        attained = Expressions(self.rng, few, self.rungs if self.chance(0.2) else (), risky=0.3 if self.chance(0.2) else 0.0)
        out = {"id": f"need-{number}", "title": f"Need {number}", "dimension": dimension, "importance": self.rng.randint(1, 5),
               "target": self.target(), "attained": Code(attained.level()), "why": "Because.",
               "basis": self.rng.choice(["documented", "judgement"])}
        if self.chance(0.3):
            out["when"] = Code(self.deciding.condition(1))
        if self.chance(0.8):
            out["need"] = self.need()
        if self.chance(0.7):
            out["source"] = f"Section {number}"
        if self.chance(0.3):
            out["levels"] = {str(n): f"Level {n} looks like this." for n in range(1, 5)}
        return out

    def target(self):
        kind = self.rng.random()
        if kind < 0.4:
            return self.rng.choice([0, 1, 2, 3, 3, 4, 4])
        if kind < 0.75:
            return {r: self.rng.randint(0, 4) for r in self.some(self.rungs)}
        return Code(f"{self.deciding.condition(1)} ? {self.rng.randint(0, 4)} : {self.rng.randint(1, 4)}")

    def need(self):
        kind = self.rng.random()
        if kind < 0.5:
            return self.rng.choice(["essential", "essential", "preferred"])
        if kind < 0.75:
            return {r: self.rng.choice(["essential", "preferred"]) for r in self.some(self.rungs)}
        return Code(f"{self.deciding.condition(1)} ? 'essential' : 'preferred'")

    def verdicts(self):
        bounds = sorted(self.rng.sample([20, 33.5, 45, 50, 60, 70, 75, 85, 92.5], self.rng.randint(1, 4)), reverse=True)
        out = []
        for i, bound in enumerate(bounds):
            verdict = {"id": f"band-{i}", "title": f"Band {i}", "at-least": bound}
            if self.chance(0.6):
                verdict["essential-gap"] = self.rng.choice([0, 0, 1, 1, 2, 0.5])
            out.append(verdict)
        return out + [{"id": "lowest", "title": "Lowest"}]


def a_value(rng, q, scale):
    """A value of the question's domain, as YAML and JSON write it."""
    if q["type"] == "choice":
        return rng.choice(ids(q))
    if q["type"] == "choices":
        exclusive = q.get("exclusive", [])
        plain = [o for o in ids(q) if o not in exclusive]
        if exclusive and (rng.random() < 0.25 or not plain):
            return [rng.choice(exclusive)]
        return rng.sample(plain, rng.randint(0, len(plain)))
    if q["type"] == "scale":
        return rng.choice(scale)
    if q["type"] == "yes-no":
        return rng.random() < 0.5
    if q["type"] == "text":
        return rng.choice(["", "some words", "Zoë, \"quoted\""])
    if q.get("integer"):
        return rng.randint(q["min"], q["max"])
    return rng.choice([q["min"], q["max"], round(rng.uniform(q["min"], q["max"]), 2)])


# --------------------------------------------------------------------------------------------------------------- YAML

def emit(value, rng, indent=0):
    """Block style, with short lists and maps now and then in flow style, and expressions in any scalar style."""
    pad = "  " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{key}:{emit_after(v, rng, indent)}" for key, v in value.items())
    return "".join(f"{pad}-{emit_item(v, rng, indent)}" for v in value)


def emit_after(value, rng, indent):
    if isinstance(value, (dict, list)) and value:
        flow = in_flow(value) if rng.random() < 0.5 else None
        return f" {flow}\n" if flow else "\n" + emit(value, rng, indent + 1)
    return f" {scalar(value, rng, indent)}\n"


def emit_item(value, rng, indent):
    if isinstance(value, dict):
        flow = in_flow(value) if rng.random() < 0.5 else None
        return f" {flow}\n" if flow else " " + emit(value, rng, indent + 1).lstrip(" ")
    return f" {scalar(value, rng, indent)}\n"


def in_flow(value):
    """Flow style if it is flat and short, else None."""
    inner = value.values() if isinstance(value, dict) else value
    if any(isinstance(v, (dict, list, Code)) for v in inner):
        return None
    flat = [simple(v) for v in inner]
    text = "{" + ", ".join(f"{k}: {v}" for k, v in zip(value, flat)) + "}" if isinstance(value, dict) else "[" + ", ".join(flat) + "]"
    return text if len(text) < 100 else None


def scalar(value, rng, indent):
    if not isinstance(value, Code):
        return simple(value)
    style = rng.choice(["plain", "plain", "single", "double", "folded", "literal"])
    pad = "\n" + "  " * (indent + 1)
    if style == "folded":
        return ">-" + pad + value.replace(" && ", pad + "&& ").replace(" || ", pad + "|| ")
    if style == "literal":
        return "|-" + pad + value
    if style == "plain" and value[0].isalnum() and ": " not in value and " #" not in value:
        return value
    return "'" + value.replace("'", "''") + "'" if style == "single" else json.dumps(value)


def simple(value):
    if value == []:
        return "[]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    plain = value.replace("-", "").replace("_", "").replace(" ", "").isalnum() and value[0].isalpha()
    return value if plain else json.dumps(value, ensure_ascii=False)


def as_text(value):
    """The value as BaseLoader should read it back."""
    if isinstance(value, dict):
        return {k: as_text(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_text(v) for v in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_content(directory, seed):
    """Writes the content of this seed; returns the role's id."""
    maker = Maker(seed)
    for folder, document in (("questionnaires", maker.questionnaire()), ("rules", maker.rules())):
        text = emit(document, maker.rng)
        assert yaml.load(text, yaml.BaseLoader) == as_text(document), "the generator wrote YAML that says something else"
        os.makedirs(os.path.join(directory, folder), exist_ok=True)
        with open(os.path.join(directory, folder, maker.id + ".yaml"), "w", encoding="utf-8") as file:
            file.write(text)
    return maker.id


# ------------------------------------------------------------------------------------------------------------- sheets

def sheets(content, count, seed):
    """Sheets for any content (reference.Content): complete, a third missing, nearly empty; some answers are stored to
    questions that these answers hide or leave undecided."""
    rng = random.Random(seed)
    out = []
    for number in range(count):
        missing = rng.choice([0.0, 0.0, 0.1, 1 / 3, 1 / 3, 1 / 3, 0.6, 0.95])
        answers = {}
        for q in content.questions.values():
            decides = q.required and rng.random() < 0.8         # or most sheets would end in "not known"
            if decides or rng.random() >= missing:
                answers[q.id] = random_answer(rng, q)
        if rng.random() < 0.3:
            answers = without_hidden(content, answers)
        out.append({"id": rng.choice([number, f"sheet-{number}"]), "answers": answers})
    return out


def without_hidden(content, answers):
    """Only the answers that count."""
    states = reference.Sheet(content, answers)
    return {id: value for id, value in answers.items() if id in states.known and states.known[id] == states.answers[id]}


def random_answer(rng, q):
    if q.type == "number" and not q.integer:
        return rng.choice([q.min, q.max, round(rng.uniform(q.min, q.max), 2)])
    if q.type == "text":
        return rng.choice(["", "some words", "Zoë, \"quoted\""])
    value = rng.choice(q.domain)
    if isinstance(value, tuple):
        value = rng.sample(value, len(value))               # the order of a sheet means nothing
    return value


def bad_lines(content, rng):
    """Lines that must be refused, and the run must go on."""
    q = rng.choice([q for q in content.questions.values() if q.type in ("choice", "scale", "yes-no")])
    return rng.choice([
        json.dumps({"id": "bad", "answers": {"no_such_question": 1}}),
        json.dumps({"id": "bad", "answers": {q.id: {"choice": "no-such-option", "scale": 99, "yes-no": 7}[q.type]}}),
        '{"id": "bad", "answers": {',
    ])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("content")
    make.add_argument("dir")
    make.add_argument("--seed", type=int, default=1)
    answer = commands.add_parser("sheets")
    answer.add_argument("--content", required=True)
    answer.add_argument("--role", required=True)
    answer.add_argument("--count", type=int, default=100)
    answer.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.command == "content":
        print(write_content(options.dir, options.seed))
    else:
        for sheet in sheets(reference.load_content(options.content, options.role), options.count, options.seed):
            print(json.dumps(sheet, ensure_ascii=False))


if __name__ == "__main__":
    main()

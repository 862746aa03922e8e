"""Faults of each kind that `rung check` proves, planted into tidy content.

    plant(code, document, rng)      changes the document; returns (found, along): the finding that must come, as
                                    (code, subject), and those that come with it of necessity

What is planted beside the old content hardly counts in the score, so that verdicts stay as they were.
"""
from generate import Code

LIGHT = 0.0001                  # weight of the dimension that planted requirements belong to
NEVER = "target_rung == '{0}' && target_rung == '{1}'"
ALWAYS = "target_rung == '{0}' || target_rung != '{0}'"


# ------------------------------------------------------------------------------------------------------ what is needed

class Ground:
    """A document, and names that are used for what is planted."""

    def __init__(self, document, rng):
        self.document, self.rng = document, rng
        self.rules, self.questionnaire = document.rules, document.questionnaire
        self.rungs = [r["id"] for r in self.rules["rungs"]]
        self.never = Code(NEVER.format(*self.rungs))
        self.always = Code(ALWAYS.format(*self.rungs))
        self.never_by_rung = Code(self.never.replace("target_rung", "rung"))
        self.always_by_rung = Code(self.always.replace("target_rung", "rung"))

    def scale(self):
        """A scale from 0 to 4."""
        self.questionnaire.setdefault("scales", {})["planted-scale"] = [{"value": v, "label": f"Level {v}"} for v in range(5)]
        return "planted-scale"

    def question(self, id="planted_q", kind="scale", section=None, **more):
        """A new question, at the end of a section."""
        q = {"id": id, "type": kind, "ask": "Planted?", **more}
        if kind == "scale":
            q["scale"] = self.scale()
        (section or self.rng.choice(self.questionnaire["sections"]))["questions"].append(q)
        return q

    def section(self, **more):
        section = {"id": "planted-section", "title": "Planted", **more, "questions": []}
        self.questionnaire["sections"].append(section)
        return section

    def requirement(self, attained, **more):
        """One that hardly counts, and the action that lifts it."""
        if not any(d["id"] == "light" for d in self.rules["dimensions"]):
            self.rules["dimensions"].append({"id": "light", "title": "Light", "weight": LIGHT})
        out = {"id": "planted-need", "title": "Planted", "dimension": "light", "importance": 1, "target": 3, "attained": Code(attained),
               "basis": "judgement", **more}
        self.rules["requirements"].append(out)
        return out

    def action(self, id="planted-action", **more):
        out = {"id": id, "title": "Planted", "kind": "course", "months": [1, 2],
               "raises": {self.rules["requirements"][0]["id"]: 4}, **more}
        self.rules["actions"].append(out)
        return out

    def note(self, when):
        self.rules.setdefault("notes", []).append({"id": "planted-note", "title": "Planted", "text": "Planted.", "when": Code(when)})

    def use(self, id):
        """Lets an old requirement read a scale question, without asking whether it is true."""
        old = self.rng.choice(self.rules["requirements"])
        old["attained"] = Code(f"math.greatest({old['attained']}, {id})")

    def bands(self, target, bands):
        """Verdicts by one question alone: a requirement that outweighs all others."""
        q = self.question("planted_weight")
        self.rules["dimensions"].append({"id": "heavy", "title": "Heavy", "weight": 1e6})
        self.rules["requirements"].append({"id": "heavy-need", "title": "Planted", "dimension": "heavy", "importance": 1, "target": target,
                                           "attained": Code(q["id"]), "basis": "judgement"})
        self.rules["verdicts"] = [{"id": id, "title": id, "at-least": bound} for id, bound in bands] + [{"id": "rest", "title": "Rest"}]


# --------------------------------------------------------------------------------------------------- one for each code

def unreachable_question(ground):
    hidden = ground.section(when=Code("flag_q")) if ground.rng.random() < 0.5 else None
    if hidden:
        ground.question("planted_used", section=hidden)
        ground.use("planted_used")
    ground.question(section=hidden, when=Code("!flag_q") if hidden else ground.never)
    ground.use("planted_q")
    return "planted_q"


def unreachable_section(ground):
    ground.question(section=ground.section(when=ground.never))
    ground.use("planted_q")
    return "planted-section"


def always_true(ground):
    kind = ground.rng.choice(["question", "requirement", "action", "note", "section"])
    if kind == "question":
        ground.question(when=ground.always)
        ground.use("planted_q")
    elif kind == "section":
        ground.question(section=ground.section(when=ground.always))
        ground.use("planted_q")
    elif kind == "requirement":
        ground.requirement("flag_q ? 4 : 0", when=ground.always_by_rung)
    elif kind == "action":
        ground.action(when=ground.always_by_rung)
    else:
        ground.note(ground.always_by_rung)
    return {"question": "planted_q", "section": "planted-section", "requirement": "planted-need", "action": "planted-action",
            "note": "planted-note"}[kind]


def never_true(ground):
    kind = ground.rng.choice(["requirement", "action", "note"])
    if kind == "requirement":
        ground.requirement("flag_q ? 4 : 0", when=ground.never_by_rung)
    elif kind == "action":
        ground.action(**{"done-when": ground.never})
    else:
        ground.note(ground.never_by_rung)
    return {"requirement": "planted-need", "action": "planted-action", "note": "planted-note"}[kind]


def options_alike(ground):
    ground.question(kind="choice", options=[{"id": o, "label": o, "points": p} for o, p in zip("abc", (2, 1, 1))])
    ground.requirement(ground.rng.choice(["planted_q == 'a' ? 4 : 0", "points(planted_q) * 2.0"]))
    return "planted_q"


def option_without_effect(ground):
    ground.question(kind="choices", options=[{"id": o, "label": o, "points": p} for o, p in zip("abc", (3, 1, 0))])
    ground.requirement(ground.rng.choice(["('a' in planted_q ? 3 : 0) + ('b' in planted_q ? 1 : 0)", "points(planted_q)"]))
    return "planted_q"


def unused_question(ground):
    ground.question(kind=ground.rng.choice(["scale", "yes-no"]))
    return "planted_q"


def unmeetable(ground):
    ground.question()
    ground.requirement("math.least(planted_q, 2)", target={ground.rungs[-1]: 3} if ground.rng.random() < 0.5 else 4)
    return "planted-need"


def always_met(ground):
    ground.question()
    ground.requirement("math.greatest(planted_q, 3)", target=ground.rng.choice([0, 1, 3]))
    return "planted-need"


def missed_at_a_rung(ground):
    """75, 50, 25 at the lower rungs; 66.7 and 33.3 at the highest."""
    ground.bands({ground.rungs[0]: 4, ground.rungs[-1]: 3}, [("best", 90), ("good", 60), ("planted", 40)])
    return "planted"


def missed_everywhere(ground):
    ground.bands(4, [("best", 90), ("good", 60), ("middle", 45), ("planted", 30)])
    return "planted"


def never_offered(ground):
    ground.action(when=ground.never)
    return "planted-action"


def always_done(ground):
    ground.action(**{"done-when": ground.always})
    return "planted-action"


def after_the_impossible(ground):
    ground.action("never-offered", when=ground.never)
    ground.action(after=["never-offered"])
    return "planted-action"


def raises_nothing(ground):
    ground.question()
    ground.requirement("math.greatest(planted_q, 2)")
    ground.action(raises={"planted-need": ground.rng.choice([1, 2])})
    return "planted-action"


def not_liftable(ground):
    ground.question()
    ground.requirement("planted_q", need="essential", target=4)
    if ground.rng.random() < 0.7:
        ground.action(raises={"planted-need": ground.rng.randint(1, 3)})
    return "planted-need"


def fails(ground):
    kind = ground.rng.choice(["attained", "note", "done-when", "when"])
    ground.question(kind="number", min=0, max=2, integer=True)
    bad = ground.rng.choice(["6 / planted_q", "7 % planted_q", "planted_q * 4611686018427387904"])
    if kind == "attained":
        ground.requirement(bad, target=2)
    elif kind == "note":
        ground.note(f"{bad} > 0")
    elif kind == "done-when":
        ground.action(**{"done-when": Code(f"{bad} > 0")})
    else:
        ground.question("planted_after", when=Code(f"{bad} > 0"))
        ground.use("planted_after")
    return {"attained": "planted-need", "note": "planted-note", "done-when": "planted-action", "when": "planted_after"}[kind]


def stays_open(ground):
    ground.question(when=Code(f"target_rung == '{ground.rungs[-1]}'"), unasked="unknown")
    ground.requirement("planted_q", target=4)
    return "planted-need"


def constant_part(ground):
    kind = ground.rng.choice(["note", "attained"])
    part = ground.rng.choice([ground.always, ground.never])
    if kind == "note":
        ground.note(f"flag_q {'&&' if part is ground.always else '||'} ({part})")
    else:
        ground.question()
        ground.requirement(f"({part}) ? planted_q : math.least(planted_q + 1, 4)")
    return {"note": "planted-note", "attained": "planted-need"}[kind]


def contradiction(ground):
    ground.question(kind="choices", options=[{"id": o, "label": o} for o in ("none", "a", "b")], exclusive=["none"])
    ground.requirement("'a' in planted_q && 'b' in planted_q ? 4 : 'a' in planted_q ? 3 : 'b' in planted_q ? 2 : 'none' in planted_q ? 1 : 0")
    ground.note("flag_q || ('none' in planted_q && 'a' in planted_q)")
    return "planted-note"


def nobodys_rung(ground):
    ground.rules["rungs"].append({"id": "planted-rung", "title": "Planted"})
    return "planted-rung"


def unused_scale(ground):
    return ground.scale()


def no_examples(ground):
    del ground.rules["examples"]
    return ground.document.id


def answers_the_unasked(ground):
    ground.question(when=Code(f"target_rung == '{ground.rungs[0]}'"))
    ground.use("planted_q")
    ground.rules["examples"].append({"name": "Planted", "answers": {"target_rung": ground.rungs[1], "planted_q": 2},
                                     "expect": {"score": [0, 100]}})
    return "planted_q"


def all_exclusive(ground):
    ground.question(kind="choices", options=[{"id": o, "label": o} for o in "ab"], exclusive=["a", "b"])
    ground.requirement("'a' in planted_q ? 3 : 'b' in planted_q ? 1 : 0")
    return "planted_q"


# A code and how it is planted; several ways are tried by chance. `along`: what comes with it of necessity.
FAULTS = [
    ("RG0701", unreachable_question, ()),
    ("RG0702", unreachable_section, ()),
    ("RG0703", always_true, ()),
    ("RG0704", never_true, ()),
    ("RG0705", options_alike, ()),
    ("RG0706", unused_question, ()),
    ("RG0707", unmeetable, ()),
    ("RG0708", always_met, ()),
    ("RG0709", missed_at_a_rung, ()),
    ("RG0710", missed_everywhere, ()),
    ("RG0711", never_offered, ()),
    ("RG0712", always_done, ()),
    ("RG0713", after_the_impossible, [("RG0711", "never-offered")]),
    ("RG0714", raises_nothing, ()),
    ("RG0715", not_liftable, ()),
    ("RG0716", fails, ()),
    ("RG0717", stays_open, ()),
    ("RG0718", constant_part, ()),
    ("RG0718", contradiction, ()),
    ("RG0719", nobodys_rung, ()),
    ("RG0720", unused_scale, ()),
    ("RG0721", no_examples, ()),
    ("RG0722", answers_the_unasked, ()),
    ("RG0723", all_exclusive, ()),
    ("RG0724", option_without_effect, ()),
]


def plant(fault, document, rng):
    code, how, along = fault
    subject = how(Ground(document, rng))
    return {(code, subject), *along}

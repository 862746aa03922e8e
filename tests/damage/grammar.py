"""The content format as the damage tests need it: what stands behind each key, as plain data.

A value is one of
    TEXT, NUMBER, BOOL, EXPRESSION, FORMAT
    define(kind), refer(kind)          an id is made here; an id is named here
    word(...)                          one of a closed set
    {key: value, ...}                  a map with these keys
    [value]                            a list of such values
    Named(key, value)                  a map whose keys are ids
    ByNode(scalar, mapping)            depends on what stands there
    UNASKED, ANSWER                    depends on the question's type
"""
from typing import NamedTuple

TEXT, NUMBER, BOOL, EXPRESSION, FORMAT = "text", "number", "bool", "expression", "format"
UNASKED, ANSWER, LEVEL = "unasked", "answer", "level"


class Define(NamedTuple):
    kind: str


class Refer(NamedTuple):
    kind: str


class Word(NamedTuple):
    words: tuple


class Named(NamedTuple):
    key: object
    value: object


class ByNode(NamedTuple):
    scalar: object
    mapping: object


NEEDS = Word(("essential", "preferred"))
NEED = "need"       # one of NEEDS or an expression
TARGET = "target"   # a number or an expression

OPTION = {"id": Define("option"), "label": TEXT, "note": TEXT, "points": NUMBER,
          "resume": [TEXT]}

QUESTION = {
    "id": Define("question"),
    "type": Word(("choice", "choices", "scale", "number", "yes-no", "text")),
    "ask": TEXT, "help": TEXT, "why": TEXT,
    "evidence": Word(("self-rating", "behaviour", "scenario", "knowledge", "credential", "fact")),
    "required": BOOL, "when": EXPRESSION, "unasked": UNASKED,
    "options": [OPTION], "exclusive": [Refer("option")],
    "scale": Refer("scale"),
    "min": NUMBER, "max": NUMBER, "integer": BOOL, "unit": TEXT,
    "max-length": NUMBER,
    "resume": Word(("education", "certificates", "work", "skills", "languages")),
    "resume-match": [TEXT], "resume-pick": Word(("first", "last")),
}

SECTION = {"id": Define("section"), "title": TEXT, "intro": TEXT, "when": EXPRESSION,
           "questions": [QUESTION]}

ALLOWED = {"code": TEXT, "at": [TEXT], "reason": TEXT}
ALLOW = [ByNode(TEXT, ALLOWED)]

QUESTIONNAIRE = {
    "format": FORMAT, "id": Define("questionnaire"), "title": TEXT, "language": TEXT, "intro": TEXT,
    "allow": ALLOW,
    "scales": Named(Define("scale"), [{"value": NUMBER, "label": TEXT, "note": TEXT}]),
    "sections": [SECTION],
}

RUNG = {"id": Define("rung"), "title": TEXT, "years": TEXT,
        "pay": {"median": NUMBER, "average": NUMBER, "currency": TEXT},
        "currency": TEXT, "focus": TEXT, "source": TEXT}

LEVELS = Named(Refer("requirement"), NUMBER)

REQUIREMENT = {
    "id": Define("requirement"), "title": TEXT, "dimension": Refer("dimension"),
    "importance": NUMBER, "when": EXPRESSION,
    "target": ByNode(TARGET, Named(Refer("rung"), NUMBER)),
    "need": ByNode(NEED, Named(Refer("rung"), NEEDS)),
    "attained": EXPRESSION, "why": TEXT, "levels": Named(LEVEL, TEXT), "source": TEXT,
    "basis": Word(("documented", "judgement")),
}

ACTION = {
    "id": Define("action"), "title": TEXT, "text": TEXT,
    "kind": Word(("course", "certification", "degree", "experience", "project", "practice",
                  "job-search")),
    "months": TEXT, "cost": TEXT, "when": EXPRESSION, "done-when": EXPRESSION,
    "after": [Refer("action")], "raises": LEVELS, "source": TEXT,
}

EXAMPLE = {
    "name": TEXT, "answers": Named(Refer("question"), ANSWER),
    "expect": {"verdict": Refer("verdict"), "score": TEXT, "gaps": [Refer("requirement")]},
}

RULES = {
    "format": FORMAT, "id": Define("role"), "title": TEXT, "questionnaire": Refer("questionnaire"),
    "source": {"title": TEXT, "edition": TEXT}, "summary": TEXT, "currency": TEXT,
    "facts": [{"label": TEXT, "value": TEXT, "source": TEXT}],
    "allow": ALLOW,
    "target": EXPRESSION, "rungs": [RUNG],
    "dimensions": [{"id": Define("dimension"), "title": TEXT, "weight": NUMBER}],
    "requirements": [REQUIREMENT],
    "verdicts": [{"id": Define("verdict"), "title": TEXT, "at-least": NUMBER,
                  "essential-gap": NUMBER}],
    "actions": [ACTION],
    "specialisations": [{"id": Define("specialisation"), "title": TEXT, "text": TEXT,
                         "levels": LEVELS, "source": TEXT}],
    "notes": [{"id": Define("note"), "when": EXPRESSION, "title": TEXT, "text": TEXT,
               "source": TEXT}],
    "time-to-entry": [{"id": Define("time to entry"), "when": EXPRESSION, "months": TEXT,
                       "whose": TEXT, "source": TEXT}],
    "related": [{"id": Define("related"), "title": TEXT, "text": TEXT}],
    "examples": [EXAMPLE],
}

FUNCTIONS = ("size", "startsWith", "endsWith", "contains", "int", "double", "string", "points",
             "math.least", "math.greatest")
CONSTANTS = ("true", "false")

# What must stand in a map; what else may is optional.
REQUIRED = (
    (ALLOWED, ("code",)),
    (QUESTIONNAIRE, ("format", "id", "title", "sections")), (SECTION, ("id", "questions")),
    (QUESTION, ("id", "type", "ask")), (OPTION, ("id", "label")),
    (RULES, ("format", "id", "title", "questionnaire", "target", "rungs", "dimensions", "requirements",
             "verdicts")),
    (RUNG, ("id", "title")),
    (REQUIREMENT, ("id", "title", "dimension", "importance", "target", "attained")),
    (ACTION, ("id", "title", "kind", "months")), (EXAMPLE, ("name",)),
)


def required(keys):
    return next((names for map_, names in REQUIRED if map_ is keys), ())


# Bounds of numbers, by the last key of their path.
BOUNDS = {
    "importance": (1, 5), "target": (0, 4), "points": (-100, 100), "at-least": (0, 100),
    "essential-gap": (0, 4), "levels": (0, 4), "raises": (0, 4),
}

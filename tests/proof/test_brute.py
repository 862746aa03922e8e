#!/usr/bin/env python3
"""The brute force against cases worked out by hand: tidy content, changed in one place, and all that is then found."""
import random
import unittest

import yaml

import brute
import plant
import small

# Everybody is asked everything but `more`, which only those with the flag are asked. At junior the score is 0, 50 or 100,
# at senior 0, 25, 50, 75 or 100.
QUESTIONNAIRE = """
id: hand
scales: {four: [{value: 0}, {value: 1}, {value: 2}, {value: 3}, {value: 4}]}
sections:
  - id: start
    questions:
      - {id: target_rung, type: choice, required: true, options: [{id: junior}, {id: senior}]}
      - {id: flag, type: yes-no, required: true}
  - id: work
    questions:
      - {id: more, type: scale, scale: four, when: flag}
"""
RULES = """
id: hand
target: target_rung
rungs: [{id: junior}, {id: senior}]
dimensions: [{id: d, weight: 1}]
requirements:
  - {id: need, dimension: d, importance: 1, target: {junior: 2, senior: 4}, need: essential, attained: more}
verdicts: [{id: ready, at-least: 80}, {id: nearly, at-least: 50}, {id: rest}]
actions:
  - {id: act, raises: {need: 4}}
examples:
  - {name: one, answers: {target_rung: junior, flag: "true", more: "1"}}
"""
NUMBER = "{id: n, type: number, integer: true, min: 0, max: 2}"


def read(text):
    return yaml.load(text, yaml.BaseLoader)


def found(edit=lambda q, r: None):
    """(code, subject) of all findings after an edit; `edit(questionnaire, rules)`."""
    questionnaire, rules = read(QUESTIONNAIRE), read(RULES)
    edit(questionnaire, rules)
    return {f[:2] for f in brute.Brute(questionnaire, rules).findings}


def add(what, *items):
    """An edit that adds to a list: `questions` of the last section, or a list of the rules."""
    def edit(questionnaire, rules):
        into = questionnaire["sections"][-1]["questions"] if what == "questions" else rules.setdefault(what, [])
        into.extend(read(item) for item in items)
    return edit


def put(what, **keys):
    """An edit that sets keys of the requirement, the action, or the question `more`; underscores stand for hyphens."""
    def edit(questionnaire, rules):
        into = {"need": rules["requirements"][0], "act": rules["actions"][0], "rules": rules,
                "more": questionnaire["sections"][1]["questions"][0], "work": questionnaire["sections"][1]}[what]
        into.update({key.replace("_", "-"): read(value) for key, value in keys.items()})
    return edit


def both(*edits):
    def edit(questionnaire, rules):
        for one in edits:
            one(questionnaire, rules)
    return edit


def note(when):
    return add("notes", f'{{id: note, when: "{when}"}}')


CHOICES = both(add("questions", "{id: c, type: choices, options: [{id: x}, {id: y}, {id: none}], exclusive: [none]}"),
               add("notes", "{id: used, when: \"'x' in c || 'y' in c && flag || 'none' in c && !flag\"}"))
CHOICE = "{id: c, type: choice, options: [{id: x, points: 1}, {id: y, points: 2}, {id: z, points: 2}]}"
NOT_LIFTED = ("RG0715", "need")

# Title, edit, what is found.
CASES = [
    ("nothing", both(), []),
    # questions and sections
    ("a question never asked, alone in its section", both(put("more", when="flag && !flag"), put("need", attained="more + 4")), [
        ("RG0702", "work"), ("RG0722", "more"), ("RG0708", "need"), ("RG0710", "nearly"), ("RG0710", "rest"), ("RG0714", "act")]),
    ("one question of a section", both(add("questions", "{id: x, type: yes-no, when: more > 4}"), note("x != flag")), [("RG0701", "x")]),
    ("its section against it", lambda q, r: [q["sections"].append(read(
        "{id: s, when: '!flag', questions: [{id: x, type: yes-no, when: flag}, {id: y, type: yes-no}]}")), note("x || y")(q, r)], [
        ("RG0701", "x"), ("RG0718", "note")]),
    ("always asked", put("more", when="flag || !flag"), [("RG0703", "more")]),
    ("always asked where its section is", put("work", when="flag"), [("RG0703", "more")]),
    ("an error is not asked", both(add("questions", NUMBER, "{id: x, type: yes-no, when: 1 / n > 0}"), note("x || n == 1")), [("RG0716", "x")]),
    ("an error that its section keeps away", both(add("questions", NUMBER), lambda q, r: q["sections"].append(
        read("{id: s, when: n > 0, questions: [{id: x, type: yes-no, when: 2 / n > 1}]}")), note("x")), []),
    ("a section that fails", both(add("questions", NUMBER), lambda q, r: q["sections"].append(
        read("{id: s, when: 2 / n > 1, questions: [{id: x, type: yes-no}]}")), note("x")), [("RG0716", "s")]),
    # conditions
    ("a note always", note("rung == 'junior' || rung == 'senior'"), [("RG0703", "note")]),
    ("a note at one rung", note("rung == 'junior'"), []),
    ("a note never", note("rung == 'junior' && rung == 'senior'"), [("RG0704", "note")]),
    ("a note for another aim than the rung", note("rung == 'junior' && target_rung == 'senior'"), []),
    ("a requirement always", put("need", when="rung != ''"), [("RG0703", "need")]),
    ("a requirement never", both(put("need", when="rung == ''")), [
        ("RG0704", "need"), ("RG0714", "act"), ("RG0710", "nearly"), ("RG0710", "rest")]),
    ("done never", put("act", done_when="more > 4"), [("RG0704", "act")]),
    # what nothing uses
    ("a question that nothing uses", add("questions", "{id: x, type: yes-no}"), [("RG0706", "x")]),
    ("a text", add("questions", "{id: x, type: text}"), []),
    ("options by points", both(add("questions", CHOICE), note("points(c) > 1.0")), [("RG0705", "c")]),
    ("options by id", both(add("questions", CHOICE), note("c == 'z' || points(c) > 1.0 && flag")), []),
    ("told apart only where it never happens", both(add("questions", CHOICE), note("c == 'x' && flag || c == 'y' && more == 4 && !flag")), [
        ("RG0718", "note")]),
    ("sets", CHOICES, []),
    ("an option of choices", both(CHOICES, lambda q, r: r["notes"][0].update(when="'x' in c && size(c) < 4 || 'none' in c")), [
        ("RG0724", "c"), ("RG0718", "used")]),
    # requirements
    ("never met at one rung", put("need", attained="math.least(more, 3)"), [("RG0707", "need"), ("RG0709", "ready")]),
    ("with the most there is", put("need", attained="more + 1"), [("RG0709", "rest")]),
    ("always met", both(put("need", attained="math.greatest(more, 2)", target="2")), [
        ("RG0708", "need"), ("RG0710", "nearly"), ("RG0710", "rest"), ("RG0714", "act")]),
    ("a failure may be anything", both(add("questions", NUMBER), put("need", attained="8 / n", target="4")), [
        ("RG0716", "need"), ("RG0706", "more")]),
    # verdicts
    ("a band at one rung", put("rules", verdicts="[{id: ready, at-least: 80}, {id: good, at-least: 60}, {id: rest}]"), [("RG0709", "good")]),
    ("a band at none", put("rules", verdicts="[{id: ready, at-least: 80}, {id: good, at-least: 76}, {id: rest}]"), [("RG0710", "good")]),
    ("a gap too narrow", put("rules", verdicts="[{id: ready, at-least: 80}, {id: near, at-least: 50, essential-gap: 0}, {id: rest}]"), [
        ("RG0710", "near")]),
    ("a gap of one", put("rules", verdicts="[{id: ready, at-least: 80}, {id: near, at-least: 50, essential-gap: 1}, {id: rest}]"), []),
    # actions
    ("never offered", put("act", when="more > 4"), [("RG0711", "act"), NOT_LIFTED]),
    ("done always", put("act", done_when="more >= 0"), [("RG0712", "act")]),
    ("after what cannot be done", both(add("actions", "{id: b, when: more > 4, raises: {need: 1}}"), put("act", after="[b]")), [
        ("RG0711", "b"), ("RG0713", "act"), NOT_LIFTED]),
    ("after what may be done already", both(add("actions", "{id: b, when: more > 4, done-when: flag, raises: {need: 1}}"), put("act", after="[b]")), [
        ("RG0711", "b")]),
    ("raises nothing", both(put("need", attained="math.greatest(more, 1)"), add("actions", "{id: b, raises: {need: 1}}")), [
        ("RG0714", "b"), ("RG0709", "rest")]),
    ("raises nothing, but leads on", both(put("need", attained="math.greatest(more, 1)"), add("actions", "{id: b, raises: {need: 1}}"),
                                          put("act", after="[b]")), [("RG0709", "rest")]),
    ("offered only to those who have it", put("act", when="more == 4"), [("RG0714", "act")]),
    ("too low", put("act", raises="{need: 3}"), [NOT_LIFTED]),
    ("too low, but preferred", both(put("act", raises="{need: 3}"), put("need", need="preferred")), []),
    ("no actions", lambda q, r: r.pop("actions"), []),
    # what stays open
    ("open at junior", both(put("more", when="target_rung == 'senior'", unasked="unknown"), put("need", attained="'flag ? more : 0'")), [
        ("RG0717", "need"), ("RG0722", "more")]),
    ("open where it does not count", both(put("more", unasked="unknown"), put("need", attained="'flag ? more : 0'")), []),
    ("open in consequence", both(put("more", unasked="unknown"), add("questions", "{id: x, type: scale, scale: four, when: more > 2}"),
                                 put("need", attained="x"), note("flag")), [("RG0717", "need")]),
    # parts
    ("a part", note("flag && more >= 0"), [("RG0718", "note")]),
    ("a part that is a name", both(put("need", attained="'flag ? more : 0'"), note("more > 2 || flag && !flag")), [("RG0718", "note")]),
    ("sets that exclude each other", both(CHOICES, note("flag || 'x' in c && 'none' in c")), [("RG0718", "note")]),
    ("a part that can fail", both(add("questions", NUMBER), note("n > 1 && 1 / n < 9")), []),
    ("a literal", note("flag && true"), []),
    ("the test of a choice", put("need", attained="'more > 4 ? 4 : more'"), [("RG0718", "need")]),
    # the rest
    ("nobody's rung", add("rungs", "{id: lead}"), [("RG0719", "lead")]),
    ("a scale", lambda q, r: q["scales"].update(other=[]), [("RG0720", "other")]),
    ("no examples", lambda q, r: r.pop("examples"), [("RG0721", "hand")]),
    ("an answer nobody asked for", add("examples", "{name: two, answers: {flag: 'false', more: '3'}}"), [("RG0722", "more")]),
    ("an answer perhaps asked for", add("examples", "{name: two, answers: {more: '3'}}"), []),
    ("all exclusive", both(add("questions", "{id: c, type: choices, options: [{id: x}, {id: y}], exclusive: [x, y]}"),
                           note("'x' in c || 'y' in c && flag")), [("RG0723", "c")]),
]


class Cases(unittest.TestCase):
    def test_all(self):
        for title, edit, expected in CASES:
            with self.subTest(title):
                self.assertEqual(found(edit), set(expected))

    def test_every_code_has_one(self):
        codes = {code for _, _, expected in CASES for code, _ in expected}
        self.assertEqual(codes, {fault[0] for fault in plant.FAULTS})


class Parts(unittest.TestCase):
    """Which part of an expression is named."""

    def parts(self, when, *edits):
        questionnaire, rules = read(QUESTIONNAIRE), read(RULES)
        both(*edits, note(when))(questionnaire, rules)
        return [part for code, _, part in brute.Brute(questionnaire, rules).findings if code == "RG0718"]

    def test_the_outermost(self):
        for when, part in (("flag && (more >= 0 || more > 3)", "more >= 0 || more > 3"),
                           ("flag && !(more < 0)", "!(more < 0)"),
                           ("(more >= 0 ? flag : more > 1)", "more >= 0")):
            with self.subTest(when):
                self.assertEqual(self.parts(when), [brute.cel.Parser(part).whole()])

    def test_a_whole_is_no_part(self):
        self.assertEqual(self.parts("more >= 0 && more < 5"), [])


class Witnessed(unittest.TestCase):
    """What a witness must show."""

    def test_the_most_there_is(self):
        questionnaire, rules = read(QUESTIONNAIRE), read(RULES)
        put("need", attained="math.least(more, 3)")(questionnaire, rules)
        self.assertEqual(brute.Brute(questionnaire, rules).witnessed["RG0707", "need"], [("senior", 3.0, 1.0)])

    def test_answers_leave_possible(self):
        whole = brute.Brute(read(QUESTIONNAIRE), read(RULES))
        self.assertEqual(len(whole.rows), 2 * (5 + 1))
        self.assertEqual(len(whole.consistent({"flag": True})), 2 * 5)
        self.assertEqual([whole.rows[i] for i in whole.consistent({"flag": False, "more": 3, "target_rung": "senior"})],
                         [("senior", False, 0)])


class Numbers(unittest.TestCase):
    """Numbers with infinitely many values."""

    def brute(self, when):
        questionnaire, rules = read(QUESTIONNAIRE), read(RULES)
        both(add("questions", "{id: n, type: number, min: 0, max: 2}"), note(when))(questionnaire, rules)
        return brute.Brute(questionnaire, rules)

    def test_only_compared(self):
        for when, exact in (("n > 1.5", True), ("flag && (1 <= n || n == 2.0)", True), ("n + 1.0 > 2.0", False), ("n > double(more)", False)):
            with self.subTest(when):
                self.assertEqual(self.brute(when).exact, exact)

    def test_all_that_can_be_told_apart(self):
        self.assertNotIn(("RG0704", "note", None), self.brute("n > 1.25 && n < 1.5").findings)
        self.assertIn(("RG0704", "note", None), self.brute("n > 2").findings)


class Planted(unittest.TestCase):
    """What is planted into tidy content is found, and nothing else."""

    def test_tidy(self):
        for seed in range(30):
            self.assertEqual(brute.Brute(*small.tidy(seed).texts()).findings, set())

    def test_planted(self):
        for fault in plant.FAULTS:
            for seed in range(4):
                with self.subTest(code=fault[0], how=fault[1].__name__, seed=seed):
                    document = small.tidy(seed)
                    expected = plant.plant(fault, document, random.Random(seed))
                    self.assertEqual({f[:2] for f in brute.Brute(*document.texts()).findings}, expected)


if __name__ == "__main__":
    unittest.main()

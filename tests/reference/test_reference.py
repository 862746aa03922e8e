#!/usr/bin/env python3
"""The reference on small cases whose results were worked out by hand from docs/format.md.

    python3 test_reference.py
"""
import math
import textwrap
import unittest

import yaml

from cel import CelError, Expr
from reference import Content, Sheet

QUESTIONS = """
scales:
  skill: [{value: 0}, {value: 1}, {value: 2}, {value: 3}, {value: 4}]
  from-one: [{value: 1}, {value: 2}]
sections:
  - id: first
    questions:
      - {id: target_rung, type: choice, required: true, evidence: fact, options: [{id: junior}, {id: liaison}]}
      - {id: a, type: yes-no, evidence: fact}
      - {id: b, type: scale, scale: skill, when: a, evidence: self-rating}
      - id: c
        type: choice
        when: b >= 2
        evidence: scenario
        options: [{id: x, points: 1}, {id: y, points: 3}, {id: z}]
      - id: d
        type: choices
        evidence: credential
        options: [{id: p, points: 2}, {id: q, points: 1}, {id: none}]
        exclusive: [none]
      - {id: n, type: number, min: 0, max: 10, integer: true, evidence: fact}
      - {id: m, type: number, min: 0.5, max: 10, evidence: fact}
      - {id: e, type: scale, scale: from-one, when: n > 5, evidence: fact}
      - {id: u, type: yes-no, when: n > 5, unasked: unknown, evidence: fact}
      - {id: v, type: choice, when: n > 5, unasked: x, evidence: fact, options: [{id: x, points: 2.5}, {id: y, points: 4}]}
      - {id: w, type: yes-no, when: a || !a, evidence: fact}
  - id: second
    when: a
    questions:
      - {id: k, type: yes-no, when: "!a", evidence: fact}
      - {id: l, type: yes-no, required: true, evidence: fact}
"""

RULES = """
id: role
target: target_rung
rungs: [{id: junior}, {id: liaison}]
dimensions: [{id: technical, weight: 3}, {id: people, weight: 1}]
requirements:
  - {id: r1, dimension: technical, importance: 4, target: 4, attained: b}
  - {id: r2, dimension: technical, importance: 1, target: 2, attained: n, need: essential}
  - id: r3
    dimension: people
    importance: 2
    target: {liaison: 3}
    need: {liaison: essential}
    attained: points(c)
verdicts:
  - {id: ready, at-least: 60, essential-gap: 1}
  - {id: nearly, at-least: 30, essential-gap: 2}
  - {id: exploring}
specialisations:
  - {id: special, levels: {r2: 4, r1: 2}}
"""


def content(**changes):
    rules = yaml.load(RULES, yaml.BaseLoader)
    rules.update({key: yaml.load(textwrap.dedent(text), yaml.BaseLoader) for key, text in changes.items()})
    return Content(yaml.load(QUESTIONS, yaml.BaseLoader), rules)


def one(attained, extra=""):
    """Content with one requirement of target 4 in one dimension."""
    return content(dimensions="[{id: technical, weight: 1}]", specialisations="[]",
                   requirements="- {id: r, dimension: technical, importance: 1, target: 4, attained: '%s' %s}"
                                % (attained.replace("'", "''"), extra))


def attained(expression, answers):
    sheet = Sheet(one(expression), {"target_rung": "junior", **answers})
    row = sheet.report()["requirements"][0]["attained"]
    return row["low"], row["high"], bool(sheet.problems), sheet.doubts["attained"] == {}


class States(unittest.TestCase):
    def states(self, **answers):
        sheet = Sheet(content(), answers)
        return {id: (s.kind, s.value) if s.kind == "known" else s.kind for id, s in sheet.states.items()}, sheet.unanswered

    def test_nothing_answered(self):
        states, unanswered = self.states()
        self.assertEqual(unanswered, ["target_rung", "a", "d", "n", "m", "w"])
        self.assertEqual([id for id, s in states.items() if s == "undecided"], ["b", "c", "e", "v", "l"])
        self.assertEqual(states["u"], "open")

    def test_not_asked_takes_the_zero_and_ignores_what_is_stored(self):
        states, _ = self.states(a=False, b=4, c="y")
        self.assertEqual((states["b"], states["c"]), (("known", 0), ("known", "")))

    def test_a_chain_opens_step_by_step(self):
        self.assertEqual(self.states(a=True)[0]["c"], "undecided")
        self.assertEqual(self.states(a=True, b=1)[0]["c"], ("known", ""))
        self.assertEqual(self.states(a=True, b=2)[0]["c"], "unanswered")
        self.assertEqual(self.states(a=True, b=2, c="z")[0]["c"], ("known", "z"))

    def test_undecided_ignores_what_is_stored(self):
        self.assertEqual(self.states(b=3)[0]["b"], "undecided")

    def test_zeros_and_unasked_values(self):
        states, unanswered = self.states(n=5, e=2, u=True, v="y")
        self.assertEqual(states["e"], ("known", 1))         # 0 is not on the scale: its lowest
        self.assertEqual(states["u"], "open")
        self.assertEqual(states["v"], ("known", "x"))
        self.assertNotIn("u", unanswered)
        self.assertEqual(self.states(n=6, u=True)[0]["u"], ("known", True))

    def test_conditions_are_taken_exactly_and_together(self):
        states, _ = self.states()
        self.assertEqual(states["w"], "unanswered")         # a || !a
        self.assertEqual(states["k"], ("known", False))     # section a, own !a

    def test_choices_stand_in_the_order_of_the_file(self):
        self.assertEqual(self.states(d=["q", "p"])[0]["d"], ("known", ("p", "q")))

    def test_outside_the_domain(self):
        for answers in ({"d": ["p", "none"]}, {"d": ["p", "p"]}, {"b": 5}, {"c": "w"}, {"n": 1.5}, {"m": 0.25},
                        {"a": "yes"}, {"nobody": 1}, {"b": True}):
            with self.assertRaises(ValueError, msg=str(answers)):
                Sheet(content(), answers)


class Ranges(unittest.TestCase):
    def test_known(self):
        self.assertEqual(attained("b + 1", {"a": True, "b": 2}), (3, 3, False, True))

    def test_clamped(self):
        self.assertEqual(attained("n - 3", {"n": 10}), (4, 4, False, True))
        self.assertEqual(attained("n - 3", {"n": 1}), (0, 0, False, True))
        self.assertEqual(attained("m / 0.0", {"m": 1}), (4, 4, False, True))

    def test_subsets_respect_exclusive(self):
        self.assertEqual(attained("points(d)", {}), (0, 3, False, True))
        self.assertEqual(attained("'none' in d ? 1 + size(d) : 0", {}), (0, 2, False, True))
        self.assertEqual(attained("size(d)", {"d": []}), (0, 0, False, True))

    def test_an_undecided_question_is_tied_to_its_condition(self):
        # a: 1; not a: b is not asked, 0, so 2. Were b free, 4 would be possible.
        self.assertEqual(attained("a ? 1 : (b > 0 ? 4 : 2)", {}), (1, 2, False, True))
        # not a: b = 0, c = "": 0. a, b < 2: 1 and c = "". a, b >= 2: 2 and c any of three, at most 1.5.
        self.assertEqual(attained("(!a ? 0.0 : b < 2 ? 1.0 : 2.0) + points(c) / 2.0", {}), (0, 3.5, False, True))

    def test_an_undecided_question_has_its_unasked_value_too(self):
        self.assertEqual(attained("points(v)", {"a": True}), (2.5, 4, False, True))
        self.assertEqual(attained("points(v)", {"n": 0}), (2.5, 2.5, False, True))
        self.assertEqual(attained("b", {"b": 3}), (0, 4, False, True))

    def test_open_for_other_rungs(self):
        self.assertEqual(attained("u ? 3 : 1", {"n": 0, "u": True}), (1, 3, False, True))

    def test_errors_count_as_0_and_4(self):
        self.assertEqual(attained("3 / b", {"a": True}), (0, 4, True, True))
        self.assertEqual(attained("3 / b", {"a": True, "b": 2}), (1, 1, False, True))
        self.assertEqual(attained("b > 0 ? 3 / b : 2", {"a": True}), (0, 3, False, True))
        self.assertEqual(attained("b == 0 || 3 / b > 0 ? 2 : 1", {"a": True}), (1, 2, False, True))
        self.assertEqual(attained("0.0 / 0.0", {}), (0, 4, True, True))

    def test_how_many_completions_are_exact(self):
        # n has 11 values, b five and c four in each of a's; b is tied to a, c to b: (1 + 2 + 3 * 3) * 11 * 5 = 660
        self.assertTrue(attained("n + b + int(points(c)) + size(d)", {})[3])
        self.assertFalse(attained("m > 3.0 ? 1 : 0", {})[3])        # a number that is not whole: infinitely many
        big = QUESTIONS.replace("max: 10, integer", "max: %d, integer")
        for most, exact in ((4095, True), (4096, False)):
            c = Content(yaml.load(big % most, yaml.BaseLoader), one("n").rules)
            sheet = Sheet(c, {"target_rung": "junior"})
            sheet.report()
            self.assertEqual(sheet.doubts["attained"] == {}, exact)


class Scores(unittest.TestCase):
    ANSWERS = {"target_rung": "liaison", "a": True, "b": 2, "n": 1}

    def setUp(self):
        # r1: 2 of 4. r2: 1 of 2. r3: c is asked and open, 0 to 3 of 3.
        self.report = Sheet(content(), self.ANSWERS).report()

    def test_score_and_dimensions(self):
        self.assertEqual([d["score"] for d in self.report["dimensions"]],
                         [{"low": 50, "high": 50}, {"low": 0, "high": 100}])
        self.assertEqual(self.report["score"], {"low": 37.5, "high": 62.5})     # (3 * 50 + 1 * people) / 4

    def test_requirements(self):
        rows = {r["id"]: r for r in self.report["requirements"]}
        self.assertEqual([rows[r]["gap"] for r in ("r1", "r2", "r3")],
                         [{"low": 2, "high": 2}, {"low": 1, "high": 1}, {"low": 0, "high": 3}])
        for id, low, high in (("r1", 30, 30), ("r2", 7.5, 7.5), ("r3", 0, 25)):   # 100 * 3/4 * 4/5 * 1/2, ...
            self.assertAlmostEqual(rows[id]["loss"]["low"], low)
            self.assertAlmostEqual(rows[id]["loss"]["high"], high)
        self.assertEqual([rows[r]["need"] for r in ("r1", "r2", "r3")], ["preferred", "essential", "essential"])
        self.assertEqual(rows["r3"]["evidence"], ["scenario"])

    def test_gaps_essential_first(self):
        self.assertEqual(self.report["gaps"], ["r3", "r2", "r1"])

    def test_verdicts(self):
        # low: 37.5 is enough for nearly, but e = 3; high: 62.5 and e = 1
        self.assertEqual(self.report["verdict"], {"low": "exploring", "high": "ready"})
        self.assertEqual(self.report["verdict-by-score"], {"low": "nearly", "high": "ready"})

    def test_ladder(self):
        # junior: r3 has target 0 (below the map's first) and need preferred: people 100, (150 + 100) / 4
        self.assertEqual(self.report["ladder"][0], {"rung": "junior", "score": {"low": 62.5, "high": 62.5},
                                                    "verdict": {"low": "ready", "high": "ready"}})
        self.assertEqual(self.report["ladder"][1]["score"], self.report["score"])

    def test_specialisation(self):
        # r2: 1 of 4; r1: 2 of 2
        self.assertEqual(self.report["specialisations"], [{"id": "special", "fit": {"low": 62.5, "high": 62.5}}])

    def test_a_score_within_1e_9_of_a_bound_meets_it(self):
        for bound, verdict in (("37.5000000005", "good"), ("37.500000002", "rest")):
            report = Sheet(content(verdicts="[{id: good, at-least: %s}, {id: rest}]" % bound), self.ANSWERS).report()
            self.assertEqual(report["verdict"]["low"], verdict)

    def test_a_gap_below_1e_9_is_none(self):
        report = Sheet(one("3.9999999999"), {"target_rung": "junior"}).report()
        self.assertEqual((report["requirements"][0]["gap"]["high"], report["gaps"]), (0, []))

    def test_a_requirement_that_does_not_apply_leaves_its_dimension_out(self):
        c = content(requirements="""
            - {id: r1, dimension: technical, importance: 1, target: 4, attained: b}
            - {id: r2, dimension: people, importance: 1, target: 4, attained: n, when: rung == 'junior'}
        """, specialisations="[{id: s, levels: {r2: 2}}]")
        report = Sheet(c, self.ANSWERS).report()
        self.assertEqual([d["id"] for d in report["dimensions"]], ["technical"])
        self.assertEqual(report["score"], {"low": 50, "high": 50})
        self.assertEqual(report["ladder"][0]["score"], {"low": 43.75, "high": 43.75})       # (3 * 50 + 25) / 4
        self.assertEqual(report["specialisations"][0]["fit"], {"low": 50, "high": 50})      # though it does not apply

    def test_no_requirement_applies(self):
        report = Sheet(one("b", ", when: rung == 'junior'"), self.ANSWERS).report()
        self.assertEqual((report["score"], report["dimensions"], report["requirements"]), ({"low": 100, "high": 100}, [], []))
        self.assertEqual(report["verdict"], {"low": "ready", "high": "ready"})

    def test_equal_losses_keep_the_order_of_the_file(self):
        c = content(requirements="""
            - {id: r1, dimension: technical, importance: 1, target: 4, attained: '3'}
            - {id: r2, dimension: technical, importance: 1, target: 4, attained: '1'}
            - {id: r3, dimension: technical, importance: 1, target: 4, attained: '3'}
        """, specialisations="[]")
        self.assertEqual(Sheet(c, self.ANSWERS).report()["gaps"], ["r2", "r1", "r3"])

    def test_notes_only_when_known(self):
        c = content(notes="""
            - {id: sure, when: n == 1}
            - {id: open, when: points(c) > 0.0}
            - {id: both-ways, when: c == 'x' || c != 'x'}
            - {id: fails, when: 1 / (n - 1) > 0}
            - {id: rung, when: rung == 'liaison'}
        """)
        self.assertEqual([n["id"] for n in Sheet(c, self.ANSWERS).report()["notes"]], ["sure", "both-ways", "rung"])


class RequiredQuestionMissing(unittest.TestCase):
    WHOLE = {"low": "exploring", "high": "ready"}

    def test_the_target(self):
        report = Sheet(content(), {"a": True, "b": 2, "n": 1}).report()
        self.assertEqual((report["target"], report["score"]), ("", {"low": 0, "high": 100}))
        self.assertEqual((report["verdict"], report["verdict-by-score"]), (self.WHOLE, self.WHOLE))
        self.assertEqual((report["dimensions"], report["requirements"], report["gaps"]), ([], [], []))
        self.assertEqual(report["ladder"][0]["score"], {"low": 62.5, "high": 62.5})
        self.assertEqual(report["specialisations"][0]["fit"], {"low": 0, "high": 100})
        self.assertIn("target_rung", report["unanswered"])

    def test_what_a_requirement_is_decided_by(self):
        for extra in (", when: l", ", need: \"l ? 'essential' : 'preferred'\""):
            c = one("b", extra)
            report = Sheet(c, {"target_rung": "junior", "a": True}).report()
            self.assertEqual((report["target"], report["score"], report["verdict"]), ("junior", {"low": 0, "high": 100}, self.WHOLE))
            self.assertEqual(report["ladder"][1]["score"], {"low": 0, "high": 100})
            self.assertIn("l", report["unanswered"])

    def test_not_asked_is_not_missing(self):
        report = Sheet(one("b", ", when: '!l'"), {"target_rung": "junior", "a": False}).report()
        self.assertEqual(report["score"], {"low": 0, "high": 0})


class Expressions(unittest.TestCase):
    def value(self, text, **env):
        return Expr(text)(env)

    def test_integers(self):
        self.assertEqual([self.value(t) for t in ("-7 / 2", "-7 % 2", "7 % -2", "2 - 3 - 4", "-9223372036854775808")],
                         [-3, -1, 1, -5, -2**63])
        for text in ("1 / 0", "1 % 0", "9223372036854775807 + 1", "-(-9223372036854775808)", "9223372036854775808", "1 + 1.0"):
            with self.assertRaises(CelError, msg=text):
                self.value(text)

    def test_comparison_across_kinds_is_exact(self):
        self.assertTrue(self.value("9007199254740993 > 9007199254740992.0"))
        self.assertFalse(self.value("9007199254740993 == 9007199254740992.0"))
        self.assertTrue(self.value("1 == 1.0 && 1 in [1.0]"))

    def test_errors_are_absorbed(self):
        self.assertIs(self.value("1 / 0 > 0 || true"), True)
        self.assertIs(self.value("1 / 0 > 0 && false"), False)
        with self.assertRaises(CelError):
            self.value("1 / 0 > 0 || false")

    def test_least_and_greatest(self):
        self.assertEqual(repr(self.value("math.least(1, 2.0)")), "1.0")
        self.assertEqual(repr(self.value("math.greatest(1, 3, 2)")), "3")

    def test_doubles(self):
        self.assertEqual(self.value("-1.0 / 0.0"), -math.inf)
        self.assertTrue(self.value("0.0 / 0.0 != 0.0 / 0.0"))
        self.assertEqual(self.value("int(-2.9)"), -2)


if __name__ == "__main__":
    unittest.main()

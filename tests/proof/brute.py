"""What `rung check` proves of small content, found by trying every completion.

Written from the definitions in README.md with the reference's reading of the formats; it shares nothing with the
engine. A completion gives each question, in file order, a value: any of its domain if it is asked (the conditions of
its section and its own are true), else its `unasked` value, or any of its domain where that is unknown.

    brute = Brute(questionnaire, rules)         both as BaseLoader gives them (every scalar is its text)
    brute.findings                              a set of (code, subject, part); part: for RG0718, else None
    brute.perhaps                               what the definitions leave open

Where a number has infinitely many values and is not only compared with literals, telling values are tried and `exact`
is False: what is claimed of all completions may then be too much, what is claimed of one is true.
"""
import itertools
import math
import operator
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reference"))

import cel                          # noqa: E402
import reference                    # noqa: E402
from reference import TINY, UNKNOWN, number     # noqa: E402

MOST = 20000                        # completions; small content has a few thousand at most
COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}
BOOLS = COMPARISONS | {"&&", "||", "!", "in"}
BOOL_CALLS = {".startsWith", ".endsWith", ".contains"}


class TooMany(Exception):
    """More completions than can be tried."""


class Failure:
    """The result of an evaluation that fails, or that is not a number (NaN)."""

    def __repr__(self):
        return "FAILS"


FAILS = Failure()


# ---------------------------------------------------------------------------------------------------------- programs

class Program:
    """An expression, or a part of one, and whose it is. Results are kept by the values that it reads."""

    def __init__(self, node, points, order, owner, kind):
        self.node, self.owner, self.kind = node, owner, kind
        names = {n[1] for n in cel.walk(node) if n[0] in ("name", "points")}
        self.uses_rung = "rung" in names
        self.names = sorted(names - {"rung"}, key=order.get)
        self.run = cel.compiled(node, points)
        self.pick = picker([order[name] for name in self.names])
        self.results = {}           # (rung if it is used, values): result
        self.columns = {}

    def result(self, key, rung):
        at = rung if self.uses_rung else None, key
        if at not in self.results:
            env = dict(zip(self.names, key))
            if self.uses_rung:
                env["rung"] = rung
            self.results[at] = evaluate(self.run, env)
        return self.results[at]

    def column(self, rows, rung):
        """The results in all completions, with this rung."""
        rung = rung if self.uses_rung else None
        if rung not in self.columns:
            keys = list(map(self.pick, rows))
            known = {key: self.result(key, rung) for key in set(keys)}
            self.columns[rung] = [known[key] for key in keys]
        return self.columns[rung]


def picker(indices):
    if len(indices) > 1:
        return operator.itemgetter(*indices)
    return (lambda row: (row[indices[0]],)) if indices else (lambda row: ())


def evaluate(run, env):
    try:
        value = run(env)
    except cel.CelError:
        return FAILS
    return FAILS if isinstance(value, float) and math.isnan(value) else value


def telling_values(question, numbers):
    """Of a number with infinitely many values: its ends, all that it may be compared with, and what lies between."""
    inside = {float(n) for n in numbers if question.min < n < question.max}
    cuts = sorted({question.min, question.max} | inside)
    return sorted(set(cuts) | {(a + b) / 2 for a, b in zip(cuts, cuts[1:])})


def only_compared(node, name):
    """Whether all that happens to the number is a comparison with a literal."""
    if node[0] in COMPARISONS and ("name", name) in node[1:]:
        return any(side[0] == "value" for side in node[1:])
    if node == ("name", name):
        return False
    return all(only_compared(part, name) for part in parts_of(node))


def parts_of(node):
    """The nodes right below a node."""
    return [part for part in node[1:] if isinstance(part, tuple)] if node[0] != "value" else []


# ------------------------------------------------------------------------------------------------------------ content

class Requirement:
    """At a rung and in a completion its state is None where it does not apply, else (target, least attained, most
    attained, whether it is essential); an evaluation that fails may be 0 and may be 4."""

    def __init__(self, brute, raw):
        self.id, self.dimension, self.importance = raw["id"], raw["dimension"], int(raw["importance"])
        program = lambda key, text: brute.program(text, self.id, key)       # noqa: E731
        self.when = program("applies", raw["when"]) if "when" in raw else None
        self.attained = program("attained", raw["attained"])
        self.target = self.by_rung(brute, raw["target"], "0", "target")
        self.need = self.by_rung(brute, raw.get("need", "preferred"), "preferred", "need")
        self.programs = [p for p in (self.when, self.target, self.need, self.attained) if isinstance(p, Program)]

    def by_rung(self, brute, raw, below, key):
        """A map of rung to text for a literal or a map, else a program."""
        if isinstance(raw, dict):
            out = {}
            for rung in brute.rungs:
                below = out[rung] = raw.get(rung, below)
            return out
        if raw in ("essential", "preferred"):
            return dict.fromkeys(brute.rungs, raw)
        return brute.program(raw, self.id, key)

    def states(self, rows, rung):
        def column(what):
            return itertools.repeat(what[rung]) if isinstance(what, dict) else what.column(rows, rung)
        whens = self.when.column(rows, rung) if self.when else itertools.repeat(True)
        raw = list(zip(whens, column(self.target), column(self.need), self.attained.column(rows, rung)))
        known = {key: self.state(*key) for key in set(raw)}
        return [known[key] for key in raw]

    @staticmethod
    def state(when, target, need, attained):
        if when is not True:
            return None
        target = 0.0 if target is FAILS else min(4.0, max(0.0, number(target) if isinstance(target, str) else target))
        least, most = (0.0, 4.0) if attained is FAILS else [min(4.0, max(0.0, float(attained)))] * 2
        return float(target), least, most, need == "essential"


class Action:
    def __init__(self, brute, raw):
        self.id, self.after = raw["id"], raw.get("after", [])
        self.raises = {id: number(level) for id, level in raw.get("raises", {}).items()}
        self.when = brute.program(raw["when"], self.id, "offered") if "when" in raw else None
        self.done = brute.program(raw["done-when"], self.id, "done") if "done-when" in raw else None
        self.programs = [p for p in (self.when, self.done) if p]


class Brute:
    def __init__(self, questionnaire, rules, extra=()):
        """`extra`: (question, value) pairs that are to be among the telling values of numbers."""
        self.extra = extra
        self.raw_rules = rules
        self.programs = []
        self.read_questions(questionnaire)
        self.rungs = [rung["id"] for rung in rules["rungs"]]
        self.role = rules["id"]
        self.target = self.program(rules["target"], self.role, "aim")
        self.requirements = [Requirement(self, raw) for raw in rules["requirements"]]
        self.actions = {raw["id"]: Action(self, raw) for raw in rules.get("actions") or []}
        self.notes = [self.program(raw["when"], raw["id"], "note") for raw in rules.get("notes") or [] if "when" in raw]
        self.special = {id for raw in rules.get("specialisations") or [] for id in raw["levels"]}
        self.set_domains()
        self.complete()
        self.aim()
        self.state_of = {(r.id, rung): r.states(self.rows, rung) for r in self.requirements for rung in self.rungs}
        self.findings = set()
        self.perhaps = set()        # what may be said as well
        self.witnessed = {}         # (code, subject): what a witness must show; see witness.py
        self.find()

    def program(self, text, owner, kind):
        program = Program(cel.Parser(text).whole(), self.points, self.order, owner, kind)
        self.programs.append(program)
        return program

    def read_questions(self, raw):
        self.scales = raw.get("scales") or {}
        self.used_scales = {q.get("scale") for s in raw["sections"] for q in s["questions"]}
        pairs = [(s, q) for s in raw["sections"] for q in s["questions"]]
        self.questions = [reference.Question(q, None, self.scales) for _, q in pairs]
        self.order = {q.id: i for i, q in enumerate(self.questions)}
        self.points = {q.id: q.points_of for q in self.questions if q.options}
        self.sections = [s["id"] for s in raw["sections"]]
        self.section_when = {s["id"]: self.program(s["when"], s["id"], "section") if "when" in s else None
                             for s in raw["sections"]}
        self.section_of = {q["id"]: s["id"] for s, q in pairs}
        self.own_when = {q["id"]: self.program(q["when"], q["id"], "question") if "when" in q else None for _, q in pairs}

    def set_domains(self):
        nodes = [p.node for p in self.programs]
        numbers = {n[1] for node in nodes for n in cel.walk(node) if n[0] == "value" and cel.is_number(n[1])}
        self.domains, self.exact = {}, True
        for q in self.questions:
            if q.domain is not None:
                self.domains[q.id] = list(q.domain)
            elif q.type == "text":
                self.domains[q.id] = [""]       # no expression reads it
            else:
                named = [value for id, value in self.extra if id == q.id]
                self.domains[q.id] = telling_values(q, [*numbers, *named, *self.named_values(q)])
                self.exact = self.exact and all(only_compared(node, q.id) for node in nodes)

    def named_values(self, q):
        """The values that the content itself gives a question."""
        examples = [example["answers"] for example in self.raw_rules.get("examples") or []]
        return [number(answers[q.id]) for answers in examples if q.id in answers]

    # ---------------------------------------------------------------------------------------------------- completions

    def complete(self):
        """`rows`: the values of each completion; `asked`: beside them, which questions it asks; `groups`: the ranges
        of completions that the same answers to everything asked leave possible."""
        groups = [[((), ())]]
        for q in self.questions:
            groups = [longer for group in groups for longer in self.extended(group, q)]
            if sum(map(len, groups)) > MOST:
                raise TooMany
        self.rows = [values for group in groups for values, _ in group]
        self.index = {row: i for i, row in enumerate(self.rows)}
        self.asked = [flags for group in groups for _, flags in group]
        ends = list(itertools.accumulate(map(len, groups), initial=0))
        self.groups = [range(a, b) for a, b in zip(ends, ends[1:])]

    def extended(self, group, q):
        asked = [self.is_asked(q, values) for values, _ in group]
        domain = self.domains[q.id]
        if all(asked):                          # an answer settles it
            return [[(values + (v,), flags + (True,)) for values, flags in group] for v in domain]
        return [[(values + (v,), flags + (is_asked,)) for (values, flags), is_asked in zip(group, asked)
                 for v in (domain if is_asked or q.unasked is UNKNOWN else [q.unasked])]]

    def is_asked(self, q, values):
        whens = self.section_when[self.section_of[q.id]], self.own_when[q.id]
        return all(when is None or when.result(when.pick(values), None) is True for when in whens)

    def aim(self):
        aims = self.target.column(self.rows, None)
        self.aimed = {rung: [i for i, aim in enumerate(aims) if aim == rung] for rung in self.rungs}
        self.at = {rung: self.aimed[rung] or range(len(self.rows)) for rung in self.rungs}

    def truths(self, program):
        """All results in all completions, with every rung where it is used."""
        rungs = self.rungs if program.uses_rung else [None]
        return {result for rung in rungs for result in program.column(self.rows, rung)}

    def always(self, program):
        return program is not None and self.truths(program) == {True}

    def never(self, program):
        return program is not None and True not in self.truths(program)

    # ------------------------------------------------------------------------------------------------------- findings

    def find(self):
        self.find_unreachable()
        self.find_constant_conditions()
        self.find_unused()
        for r in self.requirements:
            self.find_requirement(r)
        self.find_verdicts()
        self.find_actions()
        self.find_failures()
        self.find_parts()
        for r in self.requirements:
            self.find_open(r)
        self.find_plain()

    def add(self, code, subject, part=None):
        self.findings.add((code, subject, part))

    def find_unreachable(self):
        """RG0702 section, RG0701 question: no completion asks it (any of its questions)."""
        ever = [any(column) for column in zip(*self.asked)]
        unasked = [q.id for q, asked in zip(self.questions, ever) if not asked]
        self.dead = {s for s in self.sections if all(q.id in unasked for q in self.questions if self.section_of[q.id] == s)}
        self.dead |= {id for id in unasked if self.section_of[id] not in self.dead}
        for id in self.dead:
            self.add("RG0702" if id in self.sections else "RG0701", id)

    def is_dead(self, id):
        return id in self.dead or self.section_of.get(id) in self.dead

    def find_constant_conditions(self):
        """RG0703 always true, RG0704 never true. `whole`: the programs of which that, or alike, is said."""
        self.whole = set()
        for program in self.programs:
            if program.kind == "question" and not self.is_dead(program.owner) and self.always_in_section(program):
                self.say("RG0703", program)
            if program.kind == "section" and self.always(program):
                if self.is_dead(program.owner):
                    self.perhaps.add(("RG0703", program.owner, None))
                else:
                    self.say("RG0703", program)
            if program.kind in ("applies", "offered", "note") and self.always(program):
                self.say("RG0703", program)
            if program.kind in ("applies", "done", "note") and self.never(program):
                self.say("RG0704", program)

    def say(self, code, program):
        self.add(code, program.owner)
        self.whole.add(program)

    def always_in_section(self, program):
        """True in every completion in which its section's condition is true."""
        section, own = self.section_when[self.section_of[program.owner]], program.column(self.rows, None)
        inside = section.column(self.rows, None) if section else itertools.repeat(True)
        return all(o is True for o, s in zip(own, inside) if s is True)

    def find_unused(self):
        """RG0706 question that no program reads; RG0705 options of a choice that no program tells apart; RG0724 options
        of choices that no program asks for."""
        for q in self.questions:
            readers = [p for p in self.programs if q.id in p.names]
            if not readers and q.type != "text":
                self.add("RG0706", q.id)
            elif q.type in ("choice", "choices") and self.has_alike(q, readers):
                self.add("RG0705" if q.type == "choice" else "RG0724", q.id)

    def has_alike(self, q, readers):
        if q.type == "choice":
            seen = [tuple(self.results_with(p, q, option) for p in readers) for option in q.options]
            return len(set(seen)) < len(seen)
        return any(all(self.results_with(p, q, subset) == self.results_with(p, q, q.in_order(subset + (option,)))
                       for p in readers for subset in subsets([o for o in q.options if o != option]))
                   for option in q.options if option not in q.exclusive)

    def results_with(self, program, q, value):
        """The program's results with this value, for all values of all else."""
        others = [[value] if name == q.id else self.all_values(name) for name in program.names]
        rungs = self.rungs if program.uses_rung else [None]
        return tuple(program.result(key, rung) for rung in rungs for key in itertools.product(*others))

    def all_values(self, name):
        q = self.question(name)
        extra = [] if q.unasked is UNKNOWN or q.unasked in self.domains[name] else [q.unasked]
        return self.domains[name] + extra

    def states_at(self, r, rung):
        """(completion, state) where the requirement applies, over the completions at a rung."""
        column = self.state_of[r.id, rung]
        return [(i, column[i]) for i in self.at[rung] if column[i]]

    def find_requirement(self, r):
        """RG0707 applies at a rung and is never met there; RG0708 is always met."""
        applies, unmet = False, False
        for rung in self.rungs:
            states = {state for _, state in self.states_at(r, rung)}
            applies = applies or bool(states)
            unmet = unmet or any(least < t - TINY for t, least, _, _ in states)
            wanted = {(t, most) for t, _, most, _ in states if t > 0}
            if wanted and all(most < t - TINY for t, most in wanted):
                self.add("RG0707", r.id)
                best = max(most for _, most in wanted), min(t - most for t, most in wanted)
                self.witnessed.setdefault(("RG0707", r.id), []).append((rung, *best))
        if applies and not unmet:
            self.add("RG0708", r.id)

    def find_verdicts(self):
        """RG0709, RG0710: no completion at some rungs, at any rung, has the verdict."""
        verdicts = self.raw_rules["verdicts"]
        reached = {rung: self.verdicts_at(rung) for rung in self.rungs}
        for i, verdict in enumerate(verdicts):
            misses = sum(i not in reached[rung] for rung in self.rungs)
            if misses:
                self.add("RG0710" if misses == len(self.rungs) else "RG0709", verdict["id"])

    def verdicts_at(self, rung):
        columns = [self.state_of[r.id, rung] for r in self.requirements]
        out = set()
        for states in {tuple(column[i] for column in columns) for i in self.at[rung]}:
            out.update(range(self.verdict(states, True), self.verdict(states, False) + 1))
        return out

    def verdict(self, states, best):
        """The index of the verdict, with what fails taken at its best or at its worst."""
        rows = [(r, t, most if best else least, need)
                for r, (t, least, most, need) in ((r, s) for r, s in zip(self.requirements, states) if s)]
        score = total = 0.0
        for raw in self.raw_rules["dimensions"]:
            mine = [(r.importance, min(1.0, a / t) if t else 1.0) for r, t, a, _ in rows if r.dimension == raw["id"]]
            if mine:
                weight = number(raw["weight"])
                score += weight * 100 * sum(w * f for w, f in mine) / sum(w for w, _ in mine)
                total += weight
        score = score / total if total else 100.0
        gaps = [t - a for _, t, a, need in rows if need and t - a >= TINY]
        worst = max(gaps, default=0.0)
        for i, raw in enumerate(self.raw_rules["verdicts"]):
            if score >= number(raw.get("at-least", "0")) - TINY and worst <= number(raw.get("essential-gap", "4")):
                return i
        raise AssertionError("the last verdict has no conditions")

    # -------------------------------------------------------------------------------------------------------- actions

    def find_actions(self):
        never, always = self.never, self.always
        dead = {a.id for a in self.actions.values() if never(a.when)}
        stuck = {a for a in dead if self.actions[a].done is None or never(self.actions[a].done)}
        useful = {a.id for a in self.actions.values() if self.is_useful(a)}
        for action in self.actions.values():
            if action.id in dead:
                self.say("RG0711", action.when)
            if always(action.done):
                self.say("RG0712", action.done)
            if any(before in stuck for before in action.after):
                self.add("RG0713", action.id)
            said = action.id not in dead and not always(action.done)
            if not ({action.id} | self.later(action.id)) & useful and (said or not self.exact):
                (self.findings if said else self.perhaps).add(("RG0714", action.id, None))
        if self.actions:
            doable = {a for a in self.actions if self.is_doable(a, dead)}
            for r in self.requirements:
                self.find_unliftable(r, [self.actions[a].raises[r.id] for a in doable if r.id in self.actions[a].raises])

    def is_useful(self, action):
        """Whether in some completion at some rung it is offered, not done, and raises what is short."""
        for rung in self.rungs:
            offered = action.when.column(self.rows, rung) if action.when else [True] * len(self.rows)
            done = action.done.column(self.rows, rung) if action.done else [False] * len(self.rows)
            for id, level in action.raises.items():
                states = self.state_of[id, rung]
                if any(offered[i] is True and done[i] is not True and states[i] and
                       states[i][1] < min(states[i][0], level) - TINY for i in self.at[rung]):
                    return True
        return False

    def later(self, id):
        """All actions that come after it, directly or not."""
        found, todo = set(), [id]
        while todo:
            at = todo.pop()
            new = [a.id for a in self.actions.values() if at in a.after and a.id not in found]
            found.update(new)
            todo += new
        return found

    def is_doable(self, id, dead):
        return id not in dead and all(self.is_doable(before, dead) or (self.actions[before].done is not None and
                                                                       not self.never(self.actions[before].done))
                                      for before in self.actions[id].after)

    def find_unliftable(self, r, levels):
        """RG0715 essential, not met in some completion, and no doable action lifts it to its target."""
        found = []
        for rung in self.rungs:
            found += [(rung, i) for i, (t, least, _, need) in self.states_at(r, rung)
                      if need and least < t - TINY and all(level < t - TINY for level in levels)]
        if found:
            self.add("RG0715", r.id)
            self.witnessed["RG0715", r.id] = found

    # ------------------------------------------------------------------------------------------- failures, parts, open

    def find_failures(self):
        """RG0716 an expression that fails where it counts."""
        for program in self.programs:
            fails = [(rung, i, counts) for rung in self.rungs for i, counts in self.counting(program, rung)
                     if program.column(self.rows, rung)[i] is FAILS]
            if any(counts is True for _, _, counts in fails):
                self.add("RG0716", program.owner)
            elif fails:
                self.perhaps.add(("RG0716", program.owner, None))       # the section's condition fails as well
            self.witnessed.setdefault(("RG0716", program.owner), []).extend((rung, i) for rung, i, _ in fails)

    def counting(self, program, rung):
        """The completions in which it counts how a program ends, at a rung; with FAILS beside those in which it may
        count, or not: another has failed before it, or the requirement does not apply."""
        everywhere = ((i, True) for i in range(len(self.rows)))
        if program.kind == "question" and self.section_when[self.section_of[program.owner]]:
            section = self.section_when[self.section_of[program.owner]].column(self.rows, None)
            return [(i, section[i]) for i in range(len(self.rows)) if section[i] is not False]
        if program.kind in ("section", "question", "aim"):
            return everywhere
        states = self.state_of.get((program.owner, rung))
        if program.kind in ("target", "need"):
            return [(i, True if states[i] else FAILS) for i in self.at[rung]]
        if program.kind == "attained" and program.owner not in self.special:
            return [(i, True) for i in self.at[rung] if states[i]]
        return [(i, True) for i in self.at[rung]]

    def find_parts(self):
        """RG0718 an operand of `&&`, `||`, `!` or `?:` that is always true or always false and cannot fail."""
        for program in self.programs:
            if program not in self.whole and not self.is_dead(program.owner):
                for part in self.constant_parts(program, program.node):
                    self.add("RG0718", program.owner, part)

    def constant_parts(self, program, node):
        for part in parts_of(node):
            if self.is_operand(part, node) and self.is_constant(program, part):
                yield part
            else:
                yield from self.constant_parts(program, part)

    def is_operand(self, part, node):
        return node[0] in ("&&", "||", "!", "?:") and part[0] != "value" and self.is_bool(part)

    def is_bool(self, node):
        op = node[0]
        if op == "?:":
            return self.is_bool(node[2])
        if op == "name":
            return node[1] != "rung" and self.question(node[1]).type == "yes-no"
        return op in BOOLS or (op == "call" and node[1] in BOOL_CALLS) or (op == "value" and isinstance(node[1], bool))

    def is_constant(self, program, part):
        truths = self.truths(Program(part, self.points, self.order, program.owner, "part"))
        return len(truths) == 1 and FAILS not in truths

    def find_open(self, r):
        """RG0717 answers to everything asked, which aim at a rung, leave what is attained there open."""
        found = []
        for rung in self.rungs:
            aims, states = set(self.aimed[rung]), self.state_of[r.id, rung]
            for group in self.groups if len(self.groups) < len(self.rows) else ():
                inside = [i for i in group if i in aims]
                if len({least for least, most in (states[i][1:3] for i in inside if states[i]) if least == most}) > 1:
                    found.append((rung, group))
                elif len({states[i] and states[i][1:3] for i in inside}) > 1:
                    self.perhaps.add(("RG0717", r.id, None))    # open is whether it applies, or fails
        if found:
            self.add("RG0717", r.id)
            self.witnessed["RG0717", r.id] = found

    # ---------------------------------------------------------------------------------------------------------- plain

    def find_plain(self):
        for rung in self.rungs:
            if not self.aimed[rung]:
                self.add("RG0719", rung)
        for scale in self.scales:
            if scale not in self.used_scales:
                self.add("RG0720", scale)
        if not self.raw_rules.get("examples"):
            self.add("RG0721", self.role)
        for example in self.raw_rules.get("examples") or []:
            given = {id: self.question(id).read_unasked(value) for id, value in example["answers"].items()}
            for id in self.not_asked(given):
                self.add("RG0722", id)
        for q in self.questions:
            if q.type == "choices" and len(q.options) > 1 and set(q.options) == q.exclusive:
                self.add("RG0723", q.id)

    def not_asked(self, answers):
        """RG0722 the answered questions that no completion of the answers asks."""
        rows = self.consistent(answers)
        return [id for id in answers if not any(self.asked[i][self.order[id]] for i in rows)]

    def consistent(self, answers):
        """The completions that these answers (values of the language) leave possible. An answer counts where all of
        them ask the question."""
        rows = [()]
        for q in self.questions:
            asked = [self.is_asked(q, values) for values in rows]
            domain = [answers[q.id]] if q.id in answers and all(asked) else self.domains[q.id]
            rows = [values + (v,) for values, is_asked in zip(rows, asked)
                    for v in (domain if is_asked or q.unasked is UNKNOWN else [q.unasked])]
        return [self.index[row] for row in rows]

    def question(self, id):
        return self.questions[self.order[id]]


def subsets(options):
    return [s for n in range(len(options) + 1) for s in itertools.combinations(options, n)]

"""An independent reading of docs/format.md: content in, answer sheet in, `rung-report/1` out (no plan).

It is meant to be right and readable, not fast: ranges come from trying every completion of what is unknown.
Content must be valid; this is no checker. Where the format leaves room, the reading taken is marked READING.

    content = load_content(DIR, "patient-liaison")
    sheet = Sheet(content, {"ehr_practice": "daily"})
    sheet.report()              the report
    sheet.doubts                what could not be established exactly (more than 4,096 completions)
"""
import itertools
import json
import math
import os
import random
import re
import sys

import yaml

from cel import CelError, Expr

LIMIT = 4096                    # completions that must be tried exactly
SAMPLES = 300                   # random completions beyond that
TINY = 1e-9
UNKNOWN = object()              # `unasked: unknown`


# ------------------------------------------------------------------------------------------------------------ content

def number(text):
    """A number as the core schema of YAML 1.2 resolves it; hexadecimal and octal are refused."""
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text)


class Question:
    """One question. `whens`: its section's and its own condition, those that exist."""

    def __init__(self, raw, section_when, scales):
        self.id, self.type = raw["id"], raw["type"]
        self.evidence = raw.get("evidence")
        self.required = raw.get("required") == "true"
        self.options = [o["id"] for o in raw.get("options", [])]
        self.points = {o["id"]: float(o.get("points", "0")) for o in raw.get("options", [])}
        self.exclusive = set(raw.get("exclusive", []))
        self.integer = raw.get("integer") == "true"
        self.when_texts = [text for text in (section_when, raw.get("when")) if text is not None]
        self.whens = []         # filled when all questions are known
        if self.type == "scale":
            self.scale = [int(v["value"]) for v in scales[raw["scale"]]]
        if self.type == "number":
            self.min, self.max = self.as_number(number(raw["min"])), self.as_number(number(raw["max"]))
        self.domain = self.all_values()
        self.unasked = self.read_unasked(raw["unasked"]) if "unasked" in raw else self.zero()

    def as_number(self, value):
        return int(value) if self.integer else float(value)

    def zero(self):
        if self.type == "scale":
            return 0 if 0 in self.scale else self.scale[0]
        return {"choice": "", "choices": (), "text": "", "yes-no": False}.get(self.type) if self.type != "number" else self.min

    def read_unasked(self, raw):
        if raw == "unknown":
            return UNKNOWN
        if self.type == "choices":
            return self.in_order(raw)
        if self.type == "yes-no":
            return raw == "true"
        if self.type == "scale":
            return int(raw)
        return self.as_number(number(raw)) if self.type == "number" else raw

    def in_order(self, chosen):
        """READING: the value of a choices question lists its options in the order of the file."""
        return tuple(o for o in self.options if o in chosen)

    def all_values(self):
        """Every value, or None where they count as infinitely many."""
        if self.type == "choice":
            return self.options
        if self.type == "choices":
            plain = [o for o in self.options if o not in self.exclusive]
            subsets = [s for n in range(len(plain) + 1) for s in itertools.combinations(plain, n)]
            return subsets + [(o,) for o in self.options if o in self.exclusive]
        if self.type == "scale":
            return self.scale
        if self.type == "yes-no":
            return [False, True]
        if self.type == "number" and self.integer:
            return range(self.min, self.max + 1)
        return None

    def points_of(self, value):
        chosen = value if isinstance(value, tuple) else (value,)
        return sum((self.points.get(o, 0.0) for o in chosen), 0.0)

    def read_answer(self, raw):
        """A sheet's JSON value as a value of the language; ValueError when it is outside the domain."""
        if self.type == "choices":
            value = self.in_order(raw) if isinstance(raw, list) else None
            good = value is not None and len(value) == len(raw) and value in self.domain
        elif self.type == "number":
            good = isinstance(raw, (int, float)) and not isinstance(raw, bool) and self.min <= raw <= self.max
            good = good and (not self.integer or raw == int(raw))
            value = self.as_number(raw) if good else None
        elif self.type == "text":
            value, good = raw, isinstance(raw, str)
        else:
            kind = {"choice": str, "scale": int, "yes-no": bool}[self.type]
            value, good = raw, type(raw) is kind and raw in self.domain
        if not good:
            raise ValueError(f"{self.id}: {raw!r} is outside the domain")
        return value


class Content:
    """A questionnaire and its rules, from their YAML as BaseLoader gives it (every scalar is its text)."""

    def __init__(self, questionnaire, rules):
        self.rules = rules
        scales = questionnaire.get("scales", {})
        self.questions = {}     # id: Question, in file order
        for section in questionnaire["sections"]:
            for raw in section["questions"]:
                self.questions[raw["id"]] = Question(raw, section.get("when"), scales)
        self.order = {id: i for i, id in enumerate(self.questions)}
        self.points = {q.id: q.points_of for q in self.questions.values() if q.options}
        for q in self.questions.values():
            q.whens = [self.expr(text) for text in q.when_texts]
        self.reach = {}         # question: itself and all that its conditions reach
        for q in self.questions.values():
            self.reach[q.id] = {q.id}.union(*(self.reach[n] for e in q.whens for n in e.names))
        self.rungs = [r["id"] for r in rules["rungs"]]
        self.target = self.expr(rules["target"])
        self.dimensions = rules["dimensions"]
        self.requirements = [Requirement(self, raw) for raw in rules["requirements"]]
        self.by_id = {r.id: r for r in self.requirements}
        self.verdicts = rules["verdicts"]
        self.specialisations = rules.get("specialisations") or []
        self.notes = [(raw["id"], self.expr(raw.get("when", "true"))) for raw in rules.get("notes") or []]
        exprs = [r.attained for r in self.requirements] + [e for q in self.questions.values() for e in q.whens]
        self.numbers = sorted({n for e in exprs + [e for _, e in self.notes] for n in e.numbers})
        self.cache = {}         # ranges already computed, for any sheet: see Sheet.outcomes

    def expr(self, text):
        return Expr(text, self.points)


class Requirement:
    def __init__(self, content, raw):
        self.id, self.title, self.dimension = raw["id"], raw.get("title", ""), raw["dimension"]
        self.importance = int(raw["importance"])
        self.when = content.expr(raw.get("when", "true"))
        self.attained = content.expr(raw["attained"])
        self.basis, self.source = raw.get("basis"), raw.get("source", "")
        self.target = self.by_rung_or_expr(content, raw["target"], 0, int)
        self.need = self.by_rung_or_expr(content, raw.get("need", "preferred"), "preferred", str)
        named = [q for q in content.questions.values() if q.id in self.attained.names]
        self.evidence = list(dict.fromkeys(q.evidence for q in named if q.evidence))     # READING: of `attained` only

    @staticmethod
    def by_rung_or_expr(content, raw, below, kind):
        """A dict of rung to value when it is a literal or a map, else an expression."""
        if isinstance(raw, dict):
            out, last = {}, below
            for rung in content.rungs:
                last = kind(raw[rung]) if rung in raw else last
                out[rung] = last
            return out
        if raw in ("essential", "preferred"):
            return {rung: raw for rung in content.rungs}
        return content.expr(raw)

    def decided_by(self):
        """What must be known before the requirement has a meaning."""
        parts = [part for part in (self.when, self.target, self.need) if isinstance(part, Expr)]
        return set().union(*(part.names for part in parts)) - {"rung"}


def load_content(directory, role):
    def read(folder, id):
        with open(os.path.join(directory, folder, id + ".yaml"), encoding="utf-8-sig") as file:
            return yaml.load(file, yaml.BaseLoader)
    rules = read("rules", role)
    return Content(read("questionnaires", rules["questionnaire"]), rules)


# ------------------------------------------------------------------------------------------------- states, completions

class State:
    """What is known of a question. `kind`: known, unanswered, open (`unasked: unknown`, not or perhaps not asked),
    undecided. `sure` is False when its conditions could not be tried exactly; then `kind` is what the tried ones gave."""

    def __init__(self, kind, value=None, sure=True):
        self.kind, self.value, self.sure = kind, value, sure
        self.key = (kind, type(value).__name__, value, sure)


class Outcomes:
    """What an expression gives over all completions: the distinct values, the errors, and whether all were tried."""

    def __init__(self, values, errors, exact):
        self.values, self.errors, self.exact = values, errors, exact


class Sheet:
    """One person's answers (question: value as in JSON) to one content."""

    def __init__(self, content, answers):
        self.content = content
        self.answers = {id: self.question(id).read_answer(value) for id, value in answers.items()}
        self.problems = []
        self.known = {}         # the values of the questions that are known
        self.states = {}
        for q in content.questions.values():
            self.states[q.id] = state = self.state_of(q)
            if state.kind == "known":
                self.known[q.id] = state.value
        self.unanswered = [id for id, state in self.states.items() if state.kind == "unanswered"]

    def question(self, id):
        if id not in self.content.questions:
            raise ValueError(f"no such question: {id}")
        return self.content.questions[id]

    def state_of(self, q):
        tried = self.outcomes(q.whens, {}, asked) if q.whens else Outcomes({True}, [], True)
        for error in tried.errors:
            self.problem(f"question {q.id}: {error}")
        if tried.values == {True}:
            if q.id in self.answers:
                return State("known", self.answers[q.id], tried.exact)
            return State("unanswered", None, tried.exact)
        if q.unasked is UNKNOWN:
            return State("open", None, tried.exact)
        if tried.values == {False}:
            return State("known", q.unasked, tried.exact)
        return State("undecided")           # both were seen, so this is certain even when not everything was tried

    def closure(self, names):
        """The unknown questions behind these names, in file order, and whether every state on the way is certain."""
        found, sure, todo = set(), True, set(names)
        while todo:
            id = todo.pop()
            state = self.states[id]
            sure = sure and state.sure
            if state.kind == "known" or id in found:
                continue
            found.add(id)
            if state.kind == "undecided":
                todo |= set().union(*(e.names for e in self.content.questions[id].whens))
        return sorted(found, key=self.content.order.get), sure

    def outcomes(self, exprs, fixed, evaluate):
        """`evaluate(exprs, environment)` over all completions of what the expressions depend on; `fixed`: rung."""
        names = set().union(*(e.names for e in exprs)) - {"rung"}
        uses_rung = any("rung" in e.names for e in exprs)
        behind = sorted(set().union(*(self.content.reach[n] for n in names)))
        key = (evaluate, tuple(map(id, exprs)), fixed.get("rung") if uses_rung else None,
               tuple(self.states[n].key for n in behind))
        if key not in self.content.cache:
            self.content.cache[key] = self.try_all(exprs, names, fixed, evaluate)
        return self.content.cache[key]

    def try_all(self, exprs, names, fixed, evaluate):
        unknown, sure = self.closure(names)
        values, errors = set(), {}

        def attempt(env):
            try:
                values.add(evaluate(exprs, env))
            except CelError as error:
                errors[str(error)] = None
                if evaluate is asked:
                    values.add(False)       # READING: asked only if true

        env = {**self.known, **fixed}
        finite = all(self.content.questions[id].domain is not None for id in unknown)
        tried = 0
        for _ in self.completions(env, unknown, 0):
            tried += 1
            if tried > LIMIT:
                break
            attempt(env)
        if tried > LIMIT:
            rng = random.Random(1)
            for _ in range(SAMPLES):
                attempt(self.random_completion({**self.known, **fixed}, unknown, rng))
        return Outcomes(values, list(errors), sure and finite and tried <= LIMIT)

    def completions(self, env, unknown, at):
        """Walks through the completions, in `env` itself. READING: an undecided question is tied to its conditions."""
        if at == len(unknown):
            yield
            return
        id = unknown[at]
        for value in self.choices(id, env):
            env[id] = value
            yield from self.completions(env, unknown, at + 1)
        env.pop(id, None)

    def random_completion(self, env, unknown, rng):
        for id in unknown:
            env[id] = rng.choice(self.choices(id, env))
        return env

    def choices(self, id, env):
        """The values that a question can have, given those of the earlier ones."""
        q = self.content.questions[id]
        if self.states[id].kind == "undecided":
            try:
                is_asked = asked(q.whens, env)
            except CelError:
                is_asked = False
            if not is_asked:
                return [q.unasked]
        return q.domain if q.domain is not None else self.some_values(q)

    def some_values(self, q):
        """A few telling values of an infinite domain."""
        if q.type == "text":
            return ["", "x"]
        near = [float(n) + d for n in self.content.numbers for d in (0, -0.001, 0.001)]
        inside = [n for n in near if q.min < n < q.max]
        return [q.min, q.max, (q.min + q.max) / 2] + inside[:: 1 + len(inside) // 12]

    def problem(self, text):
        if text not in self.problems:
            self.problems.append(text)

    # --------------------------------------------------------------------------------------------------- scoring

    def report(self, attained=None):
        """The report. `attained`: for requirements beyond exactness, {id: (low, high)} to go on with instead."""
        content = self.content
        self.given = attained or {}
        self.doubts = {"attained": {}, "rungs": set(), "specialisations": set(), "notes": set(),
                       "unanswered": {id for id, s in self.states.items() if not s.sure}, "target": False, "deciding": False}
        missing = self.missing(content.target.names - {"rung"})
        self.aim = None                     # the rung whose ranges a comparison may give
        target = "" if missing else self.target_rung()
        ladder = {rung: self.score(rung) for rung in content.rungs}
        card = ladder[target] if target else unknown_card(content)
        return {
            "format": "rung-report/1",
            "role": {"id": content.rules["id"], "title": content.rules.get("title", "")},
            "target": target,
            "score": card["score"], "verdict": card["verdict"], "verdict-by-score": card["verdict-by-score"],
            "dimensions": card["dimensions"], "requirements": card["requirements"], "gaps": card["gaps"],
            "ladder": [{"rung": rung, "score": c["score"], "verdict": c["verdict"]} for rung, c in ladder.items()],
            "specialisations": [self.fit(s, target) for s in content.specialisations],
            "notes": [{"id": id} for id, when in content.notes if self.note_shown(id, when, target)],
            "unanswered": self.unanswered,
            "problems": self.problems,
        }

    def missing(self, names):
        """READING: missing is every question without a known value."""
        return sorted(n for n in names if self.states[n].kind != "known")

    def target_rung(self):
        self.doubts["target"] = not all(self.states[n].sure for n in self.content.target.names)
        try:
            rung = self.content.target(self.known)
        except CelError as error:
            rung = error
        if rung in self.content.rungs:
            self.aim = rung
            return rung
        self.problem(f"target: {rung}")
        return ""

    def score(self, rung):
        """The card of one rung."""
        content = self.content
        decided_by = set().union(*(r.decided_by() for r in content.requirements))
        if not all(self.states[n].sure for n in decided_by):
            self.doubts["rungs"].add(rung)
            self.doubts["deciding"] = True
        if self.missing(decided_by):
            return unknown_card(content)
        env = {**self.known, "rung": rung}
        rows = [self.row(r, env) for r in content.requirements if self.value(r, "when", env, False) is True]
        dimensions = []
        for raw in content.dimensions:
            mine = [row for row in rows if row["dimension"] == raw["id"]]
            if mine:
                total = sum(row["importance"] for row in mine)
                of = {end: 100 * sum(row["importance"] * row["f"][end] for row in mine) / total for end in ("low", "high")}
                dimensions.append({"id": raw["id"], "title": raw.get("title", ""), "weight": number(raw["weight"]), "score": of})
        weights = sum(d["weight"] for d in dimensions)
        score = {end: sum(d["weight"] * d["score"][end] for d in dimensions) / weights if dimensions else 100.0
                 for end in ("low", "high")}            # READING: nothing asked, nothing lost
        for row in rows:
            weight = next(d["weight"] for d in dimensions if d["id"] == row["dimension"])
            total = sum(other["importance"] for other in rows if other["dimension"] == row["dimension"])
            worth = 100 * (weight / weights) * (row["importance"] / total)
            row["loss"] = {"low": worth * (1 - row["f"]["high"]), "high": worth * (1 - row["f"]["low"])}
        worst = {end: max([row["gap"][end] for row in rows if row["need"] == "essential"], default=0.0) for end in ("low", "high")}
        return {
            "score": score, "dimensions": dimensions, "requirements": rows, "gaps": in_order_of_loss(rows),
            "verdict": {"low": self.verdict(score["low"], worst["high"]), "high": self.verdict(score["high"], worst["low"])},
            "verdict-by-score": {"low": self.verdict(score["low"], None), "high": self.verdict(score["high"], None)},
        }

    def row(self, r, env):
        target = min(4.0, max(0.0, self.value(r, "target", env, 0)))
        low, high = self.attained(r, env["rung"])
        fulfilled = [min(1.0, a / target) if target else 1.0 for a in (low, high)]
        gaps = [target - a if target - a >= TINY else 0.0 for a in (high, low)]
        return {"id": r.id, "title": r.title, "dimension": r.dimension, "need": self.need(r, env), "importance": r.importance,
                "target": target, "attained": {"low": low, "high": high}, "gap": {"low": gaps[0], "high": gaps[1]},
                "f": {"low": fulfilled[0], "high": fulfilled[1]},
                "evidence": r.evidence, "basis": r.basis, "source": r.source}

    def need(self, r, env):
        return "essential" if self.value(r, "need", env, "preferred") == "essential" else "preferred"

    def value(self, r, part, env, otherwise):
        """A requirement's when, target or need at a rung. READING: an error is a problem, and the default holds."""
        what = getattr(r, part)
        if isinstance(what, dict):
            return what[env["rung"]]
        try:
            value = what(env)
            if value == value:
                return value
        except CelError as error:
            self.problem(f"requirement {r.id}: {part}: {error}")
        return otherwise

    def attained(self, r, rung):
        """The range over all completions. An error in some completion counts as 0 and 4 both."""
        tried = self.outcomes((r.attained,), {"rung": rung}, clamped)
        for error in tried.errors:
            self.problem(f"requirement {r.id}: {error}")
        ends = tried.values | ({0.0, 4.0} if tried.errors else set())
        if not tried.exact:
            self.doubts["rungs"].add(rung)
            if rung == self.aim:
                self.doubts["attained"][r.id] = (min(ends), max(ends))
                if r.id in self.given:
                    return self.given[r.id]
        return min(ends), max(ends)

    def verdict(self, score, worst):
        """The first that holds; `worst` None leaves the conditions on essential gaps out."""
        for verdict in self.content.verdicts:
            enough = "at-least" not in verdict or score >= number(verdict["at-least"]) - TINY
            close = worst is None or "essential-gap" not in verdict or worst <= number(verdict["essential-gap"])
            if enough and close:
                return verdict["id"]

    def fit(self, specialisation, target):
        if not target:                      # READING: `attained` is meant at a rung that is not known
            return {"id": specialisation["id"], "fit": {"low": 0.0, "high": 100.0}}
        ends = []
        for id, level in specialisation["levels"].items():
            low, high = self.attained(self.content.by_id[id], target)
            ends.append([min(1.0, a / number(level)) for a in (low, high)])
            if id in self.doubts["attained"]:
                self.doubts["specialisations"].add(specialisation["id"])
        low, high = (100 * sum(column) / len(column) for column in zip(*ends))
        return {"id": specialisation["id"], "fit": {"low": low, "high": high}}

    def note_shown(self, id, when, target):
        """Known to be true: in every completion, without error; without a target, at every rung."""
        tried = [self.outcomes((when,), {"rung": rung}, plain) for rung in ([target] if target else self.content.rungs)]
        shown = all(t.values == {True} and not t.errors for t in tried)
        if shown and not all(t.exact for t in tried):
            self.doubts["notes"].add(id)
        return shown


def asked(whens, env):
    """Section's and own condition together; one that is false settles it, even if the other is an error."""
    error = None
    for when in whens:
        try:
            if when(env) is not True:
                return False
        except CelError as e:
            error = error or e
    if error:
        raise error
    return True


def plain(exprs, env):
    return exprs[0](env)


def clamped(exprs, env):
    """`attained` between 0 and 4. READING: not-a-number is an evaluation error."""
    value = exprs[0](env)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or math.isnan(value):
        raise CelError("attained is not a number")
    return float(min(4, max(0, value)))


def in_order_of_loss(rows):
    """The gaps: essential first, then the greater loss; equal within 1e-9: as in the file."""
    out = []
    for row in (row for row in rows if row["gap"]["high"] > 0):
        at = len(out)
        while at and before(row, out[at - 1]):
            at -= 1
        out.insert(at, row)
    return [row["id"] for row in out]


def before(a, b):
    if a["need"] != b["need"]:
        return a["need"] == "essential"
    return a["loss"]["high"] > b["loss"]["high"] + TINY


def unknown_card(content):
    """What holds while a required question that decides is unanswered."""
    whole = {"low": content.verdicts[-1]["id"], "high": content.verdicts[0]["id"]}
    return {"score": {"low": 0.0, "high": 100.0}, "verdict": whole, "verdict-by-score": whole,
            "dimensions": [], "requirements": [], "gaps": []}


def main():
    """reference.py DIR ROLE < SHEETS: the reports, one a line."""
    content = load_content(*sys.argv[1:3])
    for line in sys.stdin:
        sheet = json.loads(line)
        report = Sheet(content, sheet["answers"]).report()
        for row in report["requirements"]:
            row.pop("f", None)
        print(json.dumps({"id": sheet.get("id"), **report}, ensure_ascii=False))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""The best plan, found by trying every set of actions and, for each, every schedule.

Written from docs/format.md ("The plan") with the reference's reading of the rest; it shares nothing with the engine.

    brute.py --solve PROGRAM --contents N --seed S      N small contents, each asked in every way, compared with test_plan_solve
"""
import argparse
import concurrent.futures
import functools
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path += [os.path.join(HERE, "..", "reference"), os.path.join(HERE, "..", "proof")]

import generate             # noqa: E402
import reference            # noqa: E402
import small                # noqa: E402
from reference import TINY, number     # noqa: E402

BATCH = 50
SHOWN = 8
TRACKS = (1, 2, 3)
ORDERS = {"time": ("months", "cost", "steps"), "cost": ("cost", "months", "steps"), "steps": ("steps", "months", "cost")}


# ---------------------------------------------------------------------------------------------------------- schedules

def makespan(months, before, tracks):
    """The least month by which all are done. `months`: of each job, those before which others come first; `before`: jobs
    that have to end first. Every start of every job is tried, for one month more each time."""
    path = []
    for job, length in enumerate(months):
        path.append(length + max((path[b] for b in before[job]), default=0))
    least = max([0, -(-sum(months) // tracks), *path])
    for last in itertools.count(least):
        if schedules(months, before, tracks, last, (), [0] * last):
            return last


def schedules(months, before, tracks, last, starts, busy):
    job = len(starts)
    if job == len(months):
        return True
    first = max((starts[b] + months[b] for b in before[job]), default=0)
    for start in range(first, last - months[job] + 1):
        if all(busy[m] < tracks for m in range(start, start + months[job])):
            more = [b + (start <= m < start + months[job]) for m, b in enumerate(busy)]
            if schedules(months, before, tracks, last, starts + (start,), more):
                return True
    return False


# ---------------------------------------------------------------------------------------------------------------- sets

class Problem:
    """One person and one rung: what can be done, and what each set of actions comes to."""

    def __init__(self, sheet, rung, recorded):
        self.sheet, self.content, self.rung = sheet, sheet.content, rung
        self.actions = self.content.rules.get("actions") or []
        index = {a["id"]: i for i, a in enumerate(self.actions)}
        self.exact, self.kept = True, []
        self.done = {i for i, a in enumerate(self.actions) if i in recorded or self.known(a.get("done-when"), True)}
        self.offered = [i for i, a in enumerate(self.actions) if i not in self.done and not self.known(a.get("when"), False)]
        self.after = [{index[id] for id in a.get("after", [])} - self.done for a in self.actions]
        self.months = [[int(m) for m in a["months"]] for a in self.actions]
        self.cost = [[number(c) for c in a.get("cost", ["0", "0"])] for a in self.actions]
        card = sheet.score(rung)
        self.rows = card["requirements"]
        self.places = {r["id"]: i for i, r in enumerate(sheet.content.rules["requirements"])}
        self.weights = {d["id"]: d["weight"] for d in card["dimensions"]}
        self.now = {r["id"]: r["attained"]["low"] for r in self.rows}
        self.now = self.lifted(recorded)
        self.sets = [s for n in range(len(self.offered) + 1) for s in itertools.combinations(self.offered, n) if self.can(s)]
        self.standings = {s: self.standing(s) for s in self.sets}

    def known(self, text, wanted):
        """Whether the condition is known to be so; missing, it is not known to be anything that matters."""
        if text is None:
            return False
        condition = self.content.expr(text)
        self.kept.append(condition)         # results are kept by what stands at an address
        tried = self.sheet.outcomes((condition,), {"rung": self.rung}, reference.plain)
        self.exact = self.exact and tried.exact
        return tried.values == {wanted} and not tried.errors

    def can(self, chosen):
        return all(self.after[i] <= set(chosen) for i in chosen)

    def lifted(self, chosen):
        now = dict(self.now)
        for i in chosen:
            for id, level in self.actions[i].get("raises", {}).items():
                if id in now:
                    now[id] = max(now[id], number(level))
        return now

    def standing(self, chosen):
        """(score, largest essential gap, verdict, gaps)."""
        now, of = self.lifted(chosen), {}
        for row in self.rows:
            f = min(1.0, now[row["id"]] / row["target"]) if row["target"] else 1.0
            done, all = of.get(row["dimension"], (0.0, 0.0))
            of[row["dimension"]] = done + row["importance"] * f, all + row["importance"]
        weights = sum(self.weights.values())
        score = sum(self.weights[d] * (100 * done / all) for d, (done, all) in of.items()) / weights if of else 100.0
        gaps = {r["id"]: r["target"] - now[r["id"]] for r in self.rows if r["target"] - now[r["id"]] >= TINY}
        worst = max((gaps.get(r["id"], 0.0) for r in self.rows if r["need"] == "essential"), default=0.0)
        verdicts = [v["id"] for v in self.content.verdicts]
        return score, worst, verdicts.index(self.sheet.verdict(score, worst)), gaps

    def total(self, chosen, end):
        """Costs in file order; the empty sum is 0."""
        return functools.reduce(lambda a, i: a + self.cost[i][end], chosen, 0.0)

    @functools.lru_cache(maxsize=None)
    def makespan(self, chosen, tracks, end=1):
        order = []                          # those that come first, first
        while len(order) < len(chosen):
            order += [i for i in chosen if i not in order and self.after[i] <= set(order)]
        at = {i: k for k, i in enumerate(order)}
        return makespan([self.months[i][end] for i in order], [[at[b] for b in self.after[i]] for i in order], tracks)

    def figures(self, chosen, tracks):
        return {"months": self.makespan(chosen, tracks), "cost": self.total(chosen, 1), "steps": len(chosen)}

    def reaches(self, chosen, goal):
        _, worst, verdict, _ = self.standings[chosen]
        return verdict == 0 if goal == "verdict" else worst == 0

    def counting(self, request):
        """Every set that can be done within the caps."""
        return [s for s in self.sets if self.total(s, 1) <= request.get("budget", float("inf")) + TINY
                and self.makespan(s, request["tracks"]) <= request.get("months", float("inf"))]

    def best(self, sets, request):
        """By the order of the objective, figure by figure; at last the smallest list."""
        for figure in ORDERS[request["by"]]:
            least = min(self.figures(s, request["tracks"])[figure] for s in sets)
            sets = [s for s in sets if self.figures(s, request["tracks"])[figure] <= least + TINY]
        return min(sets)

    def plan(self, request):
        """(reached, set)."""
        sets = self.counting(request)
        reaching = [s for s in sets if self.reaches(s, request["goal"])]
        if reaching:
            return True, self.best(reaching, request)
        highest = max(self.standings[s][0] for s in sets)
        return False, self.best([s for s in sets if self.standings[s][0] >= highest - TINY], request)

    def frontier(self, request):
        left = [s for s in self.counting(request) if self.reaches(s, request["goal"])]
        out = []
        while left:
            best = self.best(left, {**request, "by": "time"})
            out.append(best)
            left = [s for s in left if self.total(s, 1) < self.total(best, 1) - TINY]
        return out

    def alternatives(self, request, plan):
        """(musts, {set: first step that it does without})."""
        reaching = [s for s in self.counting(request) if self.reaches(s, request["goal"])]
        musts, others = [], {}
        for step in plan:
            sets = [s for s in reaching if step not in s]
            if sets:
                others.setdefault(self.best(sets, request), step)
            else:
                musts.append(step)
        return musts, others


# ---------------------------------------------------------------------------------------------------------- comparison

class Differs(Exception):
    """What the engine says is not so."""


def expect(what, said, found):
    if said != found:
        raise Differs(f"{what}: said {said}, is {found}")


def expect_near(what, said, found):
    if abs(said - found) > 1e-9:
        raise Differs(f"{what}: said {said}, is {found}")


def compare(problem, request, said):
    reached, chosen = problem.plan(request)
    tracks, order = request["tracks"], list(problem.places)
    steps = {s["action"]: s for s in said["steps"]}
    if "work" in request and not said["optimal"]:
        compare_unproven(problem, request, said, reached, chosen, steps)
        return
    expect("proven", (said["optimal"], said["impossible"]), (True, not reached))
    expect("plan", (said["reached"], tuple(sorted(steps))), (reached, chosen))
    figures = problem.figures(chosen, tracks)
    expect_near("months", said["months"], figures["months"])
    expect_near("least months", said["months-low"], problem.makespan(chosen, tracks, 0))
    expect_near("cost", said["cost"], figures["cost"])
    expect_near("least cost", said["cost-low"], problem.total(chosen, 0))
    if reached:
        expect_near("bound", said["bound"], figures[ORDERS[request["by"]][0]])
    else:
        expect_near("score bound", said["score-bound"], max(problem.standings[s][0] for s in problem.counting(request)))
    compare_standing("now", said["now"], problem.standings[()])
    compare_standing("after", said["after"], problem.standings[chosen])
    gaps = problem.standings[chosen][3]
    left = {id for id in gaps if request["goal"] == "verdict" or essential(problem, id)} if not reached else set()
    expect("left", {order[i] for i in said["left"]}, left)
    compare_schedule(problem, said, steps, tracks)
    compare_reasons(problem, request, reached, chosen, steps, order)
    compare_moments(problem, said, steps)
    if request.get("beside"):
        compare_beside(problem, request, said, reached, chosen)


def compare_unproven(problem, request, said, reached, chosen, steps):
    """What stopped early is no better than what there is, and its bounds hold."""
    told, tracks = tuple(sorted(steps)), request["tracks"]
    first = ORDERS[request["by"]][0]
    best = problem.figures(chosen, tracks)[first]
    if told not in problem.counting(request) or said["reached"] and not problem.reaches(told, request["goal"]):
        raise Differs(f"{told} is no such plan")
    if said["reached"] and not said["bound"] - TINY <= best <= problem.figures(told, tracks)[first] + TINY:
        raise Differs(f"{first} bounded by {said['bound']}, is {best}")
    if said["impossible"] and reached or said["score-bound"] < problem.standings[chosen][0] - TINY:
        raise Differs("said to be impossible, and is not")
    compare_schedule(problem, said, steps, tracks)


def essential(problem, id):
    return any(r["id"] == id and r["need"] == "essential" for r in problem.rows)


def compare_standing(what, said, standing):
    expect_near(what + " score", said["score"], standing[0])
    expect_near(what + " gap", said["gap"], standing[1])
    expect(what + " verdict", said["verdict"], standing[2])


def compare_schedule(problem, said, steps, tracks):
    """The starts keep to the rules, and no step could start earlier where the others are."""
    spans = {i: (s["start"], s["start"] + problem.months[i][1]) for i, s in steps.items()}
    expect("makespan of the starts", max((end for _, end in spans.values()), default=0), said["months"])
    for i in steps:
        if not fits(problem, spans, i, spans[i][0], tracks):
            raise Differs(f"action {i} cannot start in month {spans[i][0]}")
        if any(fits(problem, spans, i, start, tracks) for start in range(spans[i][0])):
            raise Differs(f"action {i} could start earlier than in month {spans[i][0]}")
    keys = [(s["start"], s["action"]) for s in said["steps"]]
    expect("order of the steps", keys, sorted(keys))


def fits(problem, spans, job, start, tracks):
    end = start + problem.months[job][1]
    others = [span for i, span in spans.items() if i != job]
    return (all(spans[b][1] <= start for b in problem.after[job])
            and all(end <= spans[i][0] for i in spans if job in problem.after[i])
            and all(sum(a <= m < b for a, b in others) < tracks for m in range(start, end)))


def compare_reasons(problem, request, reached, chosen, steps, order):
    gaps = problem.standings[chosen][3]
    for i, step in steps.items():
        gone = {i}
        while more := {j for j in chosen if j not in gone and problem.after[j] & gone}:
            gone |= more
        rest = tuple(j for j in chosen if j not in gone)
        compare_standing(f"without {i}", step["without"], problem.standings[rest])
        expect(f"needed by, of {i}", step["needed-by"], [j for j in chosen if i in problem.after[j]])
        after = problem.standings[rest][3]
        expect(f"remains without {i}", {order[r] for r in step["remains"]}, {id for id in after if after[id] > gaps.get(id, 0) + TINY})
        expect(f"reached without {i}", step["reached-without"], problem.reaches(rest, request["goal"]))
        if reached and step["reached-without"]:
            raise Differs(f"{i} is not needed")
        lifts = {id: number(level) for id, level in problem.actions[i].get("raises", {}).items()
                 if id in problem.standings[()][3] and number(level) > problem.now[id]}
        targets = {r["id"]: r["target"] for r in problem.rows}
        closes = [id for id in order if id in lifts and targets[id] - lifts[id] < TINY]
        expect(f"closes, of {i}", [order[r] for r in step["closes"]], closes)
        expect(f"lifts, of {i}", [order[r] for r in step["lifts"]], [id for id in order if id in lifts and id not in closes])


def compare_moments(problem, said, steps):
    ends = {i: s["start"] + problem.months[i][1] for i, s in steps.items()}
    months = sorted(set(ends.values()))
    expect("moments", [m["month"] for m in said["moments"]], months)
    for moment in said["moments"]:
        done = tuple(sorted(i for i in ends if ends[i] <= moment["month"]))
        compare_standing(f"month {moment['month']}", moment["standing"], problem.standings[done])
        expect("ended", moment["ended"], sorted(i for i in ends if ends[i] == moment["month"]))


def compare_beside(problem, request, said, reached, chosen):
    frontier = problem.frontier(request)
    expect("frontier", [tuple(c["actions"]) for c in said["frontier"]], frontier)
    expect("frontier complete", said["complete"], True)
    for choice, found in zip(said["frontier"], frontier):
        expect_near("months on the frontier", choice["months"], problem.makespan(found, request["tracks"]))
        expect_near("cost on the frontier", choice["cost"], problem.total(found, 1))
    musts, others = problem.alternatives(request, chosen) if reached else ([], {})
    expect("musts", said["musts"], musts)
    expect("alternatives", {tuple(a["actions"]): a["without"] for a in said["alternatives"]}, others)
    for one in said["alternatives"]:
        expect("other actions", one["other"], [i for i in one["actions"] if i not in chosen])
    figures = [problem.figures(tuple(a["actions"]), request["tracks"]) for a in said["alternatives"]]
    keys = [[f[name] for name in ORDERS[request["by"]]] for f in figures]
    expect("order of the alternatives", keys, sorted(keys))


# ------------------------------------------------------------------------------------------------------------- content

def make(seed):
    """(document, answers): small content of small.py with actions that take time and money."""
    rng = random.Random(seed)
    document = small.make(seed)
    maker = small.Maker(seed)
    maker.rng = rng
    maker.questions = document.questions()
    rules = document.rules
    names = [r["id"] for r in rules["requirements"]]
    maker.risk = 0.0 if rng.random() < 0.8 else 0.2
    rules["actions"] = [action(maker, a, names) for a in range(rng.choice([0, 1, 3, 4, 5, 5, 6, 6, 7]))]
    rules.pop("examples", None)
    answers = {q["id"]: maker.a_value(q) for q in maker.questions
               if q["type"] != "text" and rng.random() < (0.97 if q.get("required") else 0.6)}
    return document, answers


def action(maker, number, names):
    rng = maker.rng
    out = {"id": f"action-{number}", "title": "Do", "kind": "course", "months": sorted(rng.choice([0, 1, 1, 2, 3, 4]) for _ in "ab"),
           "raises": {n: rng.choice([1, 2, 3, 4, 4, 2.5]) for n in rng.sample(names, min(len(names), rng.choice([1, 1, 2, 3])))}}
    if rng.random() < 0.7:
        out["cost"] = sorted(rng.choice([0, 0, 1, 2, 3, 5, 0.1, 0.2, 0.3, 10]) for _ in "ab")
    if rng.random() < 0.2:
        out["when"] = maker.condition(maker.questions, maker.rungs)
    if rng.random() < 0.15:
        out["done-when"] = maker.condition(maker.questions, maker.rungs)
    if number and rng.random() < 0.4:
        out["after"] = [f"action-{a}" for a in rng.sample(range(number), rng.choice([1, min(2, number)]))]
    return out


def requests_of(document, seed):
    """Every objective, goal and number of tracks, without caps and with one or both."""
    rng = random.Random(~seed)
    actions = document.rules["actions"]
    longest, dearest = sum(a["months"][1] for a in actions), sum(a.get("cost", [0, 0])[1] for a in actions)
    recorded = [i for i in range(len(actions)) if rng.random() < 0.2] if rng.random() < 0.3 else []
    rung = rng.randrange(len(document.rules["rungs"]))
    out = []
    for by, goal, tracks in itertools.product(ORDERS, ("verdict", "essentials"), TRACKS):
        for capped in range(4):
            request = {"rung": rung, "by": by, "goal": goal, "tracks": tracks, "done": recorded, "beside": rng.random() < 0.15}
            if rng.random() < 0.15:
                request.update(work=rng.choice([1, 1, 2, 3, 5, 10]), beside=False)
            if capped & 1:
                request["months"] = rng.randint(0, max(1, longest * 2 // (2 + tracks)))
            if capped & 2:
                request["budget"] = round(rng.uniform(0, dearest), 1)
            out.append(request)
    return out


# -------------------------------------------------------------------------------------------------------------- driver

def differences(document, answers, requests, said):
    """[(request, what)] and how many plans were compared."""
    content = reference.Content(*document.texts())
    sheet = reference.Sheet(content, answers)
    sheet.report()
    rung = content.rungs[requests[0]["rung"]]
    card = sheet.score(rung)
    blocked = not card["dimensions"] and card["score"]["low"] == 0.0 and card["score"]["high"] == 100.0
    if blocked:
        return [(r, "is blocked") for r, s in zip(requests, said) if not s["blocked"] or not s["questions"]], 0
    problem = Problem(sheet, rung, requests[0]["done"])
    if not problem.exact or rung in sheet.doubts["rungs"]:
        return [], 0
    out = []
    for request, plan in zip(requests, said):
        try:
            compare(problem, request, plan)
        except Differs as difference:
            out.append((request, str(difference)))
    return out, len(requests)


def run_batch(solve, keep, seeds):
    made = [(seed, *make(seed)) for seed in seeds]
    out, compared = [], 0
    with tempfile.TemporaryDirectory(prefix="rung-plan-") as folder:
        lines = []
        for seed, document, answers in made:
            paths = document.write(folder)
            lines.append({"questionnaire": paths[0], "rules": paths[1], "answers": answers, "requests": requests_of(document, seed)})
        run = subprocess.run([solve], input="".join(json.dumps(l) + "\n" for l in lines), capture_output=True, text=True)
        if run.returncode or run.stderr:
            return [(None, None, f"status {run.returncode}: {run.stderr[-2000:]}")], 0
        for (seed, document, answers), line, said in zip(made, lines, run.stdout.splitlines()):
            wrong, plans = differences(document, answers, line["requests"], json.loads(said))
            compared += plans
            out += [(seed, *w) for w in wrong]
            if wrong and keep:
                document.write(keep)
                with open(os.path.join(keep, f"{document.id}.json"), "w", encoding="utf-8") as file:
                    json.dump(line, file)
    return out, compared


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--solve", required=True)
    parser.add_argument("--contents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", help="where contents with a difference are kept")
    options = parser.parse_args()
    seeds = [options.seed * 1_000_003 + n for n in range(options.contents)]
    batches = [seeds[at:at + BATCH] for at in range(0, len(seeds), BATCH)]
    wrong, compared = 0, 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for out, plans in pool.map(functools.partial(run_batch, options.solve, options.keep), batches):
            compared += plans
            for one in out[:max(0, SHOWN - wrong)]:
                print(*one)
            wrong += len(out)
    print(f"{options.contents} contents, {compared} plans compared, {wrong} differ")
    return 1 if wrong or compared < options.contents * 20 else 0


if __name__ == "__main__":
    sys.exit(main())

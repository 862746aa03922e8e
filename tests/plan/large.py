#!/usr/bin/env python3
"""Content with many actions, to see how long plans take.

    large.py FOLDER COUNT SEED [ACTIONS]        writes COUNT contents; prints the paths, questionnaire and rules in turn
"""
import os
import random
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "proof"))

from small import Document      # noqa: E402

RUNGS = ["junior", "senior"]


class Kind:
    """How a family of contents is made; the fields are ranges to roll from."""

    def __init__(self, name, requirements, raises, levels, essential, at_least, months, cost, after):
        self.name, self.requirements, self.raises, self.levels = name, requirements, raises, levels
        self.essential, self.at_least, self.months, self.cost, self.after = essential, at_least, months, cost, after


KINDS = [
    # like what is shipped
    Kind("role", (30, 60), (1, 8), (1, 2, 3, 3, 4), 0.2, (70, 85, 90), (0, 12), (0, 3000, 50), 0.3),
    # every requirement has to be covered, each by a few of the actions
    Kind("cover", (25, 40), (2, 5), (4,), 1.0, (85,), (1, 6), (10, 500, 10), 0.1),
    # each action lifts something of its own: what fits best into the score asked for
    Kind("pack", (40, 40), (1, 1), (3, 4), 0.0, (50, 60, 75), (1, 12), (10, 999, 1), 0.0),
    # few ways, long ones
    Kind("chains", (20, 40), (1, 4), (1, 2, 3, 4), 0.4, (80, 90), (1, 24), (0, 900, 100), 0.8),
    # everything lifts much and nothing all of it
    Kind("blend", (15, 30), (3, 9), (1, 2, 3, 4), 0.1, (75, 85, 95), (0, 6), (0, 100, 10), 0.2),
]


def action(rng, kind, number, names):
    months, cost = rng.randint(*kind.months), rng.randrange(*kind.cost)
    own = [names[number % len(names)]] + rng.sample(names, min(len(names), rng.randint(*kind.raises) - 1))
    out = {"id": f"action-{number}", "title": "Do", "kind": "course", "months": [months // 2, months], "cost": [0, cost],
           "raises": {n: rng.choice(kind.levels) for n in dict.fromkeys(own)}}
    if number and rng.random() < kind.after:
        out["after"] = [f"action-{a}" for a in rng.sample(range(number), rng.choice([1, 1, min(2, number)]))]
    return out


def make(seed, actions=40):
    rng = random.Random(seed)
    kind = KINDS[seed % len(KINDS)]
    id = f"large-{kind.name}-{seed}"
    names = [f"need-{i}" for i in range(rng.randint(*kind.requirements))]
    dimensions = [{"id": f"dimension-{i}", "title": "Some", "weight": rng.randint(1, 5)} for i in range(rng.randint(1, 6))]
    made = [action(rng, kind, a, names) for a in range(actions)]
    reach = {n: max(a["raises"].get(n, 0) for a in made) for n in names}
    requirements = [{"id": n, "title": "Need", "dimension": rng.choice(dimensions)["id"], "importance": rng.randint(1, 5),
                     "target": min(rng.randint(2, 4), reach[n]) if rng.random() < 0.9 else 4,
                     "need": "essential" if rng.random() < kind.essential and reach[n] else "preferred",
                     "attained": str(rng.choice([0, 0, 0, 1, 2])) if kind.raises != (1, 1) else "0", "basis": "judgement"} for n in names]
    rules = {"format": "rung-rules/1", "id": id, "title": "Large", "questionnaire": id, "target": "target_rung",
             "rungs": [{"id": r, "title": r.title()} for r in RUNGS], "dimensions": dimensions, "requirements": requirements,
             "verdicts": [{"id": "ready", "title": "Ready", "at-least": rng.choice(kind.at_least), "essential-gap": rng.choice([0, 0, 1])},
                          {"id": "lowest", "title": "Lowest"}],
             "actions": made}
    target = {"id": "target_rung", "type": "choice", "ask": "Which?", "evidence": "fact", "required": True,
              "options": [{"id": r, "label": r.title()} for r in RUNGS]}
    questionnaire = {"format": "rung-questionnaire/1", "id": id, "title": "Large", "language": "en",
                     "sections": [{"id": "start", "title": "Start", "questions": [target]}]}
    return Document(questionnaire, rules)


if __name__ == "__main__":
    folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for n in range(count):
        print(*make(seed * 1000 + n, *map(int, sys.argv[4:5])).write(folder), sep="\n")

#!/usr/bin/python3
"""What the shipped content promises beyond its format.

check_content.py REPOSITORY coverage   every item of tests/content/coverage.tsv is where it says
check_content.py REPOSITORY wording    no sentence is the source document's: needs its text beside
                                       the repository and passes without it
"""
import pathlib
import re
import sys

import yaml

ROLE = "patient-liaison"


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


def texts(node):
    """Every scalar below a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)
    else:
        yield node


def by(items, key="id"):
    return {item[key]: item for item in items or []}


def places(repository):
    """What a pointer of the coverage list may name: kind -> id -> entry."""
    questionnaire = load(repository / f"questionnaires/{ROLE}.yaml")
    rules = load(repository / f"rules/{ROLE}.yaml")
    questions = [q for section in questionnaire["sections"] for q in section["questions"]]
    return {
        "question": by(questions),
        "section": by(questionnaire["sections"]),
        "rung": by(rules["rungs"]),
        "dimension": by(rules["dimensions"]),
        "requirement": by(rules["requirements"]),
        "action": by(rules["actions"]),
        "specialisation": by(rules["specialisations"]),
        "note": by(rules["notes"]),
        "related": by(rules["related"]),
        "fact": by(rules["facts"], "label"),
        "role": {"summary": rules["summary"]},
    }


def pointers(where):
    """`kind:id[ ~ text], kind:id…` as (kind, id, text)."""
    for pointer in re.split(r",\s*(?=[a-z]+:)", where.strip()):
        target, _, text = pointer.partition(" ~ ")
        kind, _, name = target.strip().partition(":")
        yield kind, name, text.strip()


def check_coverage(repository):
    known = places(repository)
    problems, items = [], 0
    lines = (repository / "tests/content/coverage.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        items += 1
        item, tab, where = line.partition("\t")
        if not tab or not where.strip():
            problems.append(f"line {number}: {item!r} points nowhere")
            continue
        for kind, name, text in pointers(where):
            entry = known.get(kind, {}).get(name)
            if entry is None:
                problems.append(f"line {number}: {item!r}: there is no {kind}:{name}")
            elif text and text not in " ".join(" ".join(texts(entry)).split()):
                problems.append(f"line {number}: {item!r}: {kind}:{name} does not say {text!r}")
    if items < 100:
        problems.append(f"only {items} items are listed")
    return items, problems


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def check_wording(repository, run=9):
    guide = repository.parent / f"shared/guide/{ROLE}-guide.txt"
    if not guide.exists():
        return 0, []
    source = words(guide.read_text(encoding="utf-8"))
    runs = {tuple(source[i : i + run]) for i in range(len(source) - run + 1)}
    problems, checked = [], 0
    for path in sorted(repository.glob(f"*/{ROLE}.yaml")):
        for text in texts(load(path)):
            own = words(text)
            checked += 1
            for i in range(len(own) - run + 1):
                if tuple(own[i : i + run]) in runs:
                    problems.append(f"{path.name}: {' '.join(own[i : i + run])!r} is the source's")
                    break
    return checked, problems


def main():
    repository = pathlib.Path(sys.argv[1]).resolve()
    check = {"coverage": check_coverage, "wording": check_wording}[sys.argv[2]]
    checked, problems = check(repository)
    print(*problems, sep="\n")
    print(f"{checked - len(problems)} passed, {len(problems)} failed")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()

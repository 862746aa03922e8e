#!/usr/bin/python3
"""What the shipped content promises beyond its format.

check_content.py REPOSITORY coverage   every item of tests/content/coverage.tsv is where it says
check_content.py REPOSITORY wording    no sentence is a source document's: needs its text beside
                                       the repository and passes without it
check_content.py REPOSITORY complete   every role says what the report and the interview show:
                                       help, reasons, levels, sources, and examples of each result
"""
import pathlib
import re
import sys

import yaml

COVERED = "patient-liaison"  # the role that coverage.tsv is about
SENTENCE = 20  # words at most


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
    questionnaire = load(repository / f"questionnaires/{COVERED}.yaml")
    rules = load(repository / f"rules/{COVERED}.yaml")
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
    guides = sorted(repository.parent.glob("shared/guide/*-guide.txt"))
    runs = set()
    for guide in guides:
        source = words(guide.read_text(encoding="utf-8"))
        runs.update(tuple(source[i : i + run]) for i in range(len(source) - run + 1))
    problems, checked = [], 0
    for path in sorted(repository.glob("questionnaires/*.yaml")) + sorted(repository.glob("rules/*.yaml")):
        for text in texts(load(path)) if runs else ():
            own = words(text)
            checked += 1
            for i in range(len(own) - run + 1):
                if tuple(own[i : i + run]) in runs:
                    problems.append(f"{path}: {' '.join(own[i : i + run])!r} is the source's")
                    break
    return checked, problems


def lacks(entry, *keys):
    return [key for key in keys if not entry.get(key)]


def incomplete_question(question):
    yield from lacks(question, "ask", "help", "why", "evidence")
    if question["evidence"] in ("scenario", "knowledge"):
        for option in question["options"]:
            for key in lacks(option, "note", "points"):
                yield f"{key} of option {option['id']}"


def incomplete_requirement(requirement):
    yield from lacks(requirement, "why", "source", "basis")
    for level in "1234":
        if level not in requirement.get("levels", {}):
            yield f"level {level}"


def prose(node):
    """Every scalar below a node that is no expression and no example."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in ("when", "done-when", "target", "need", "attained", "examples"):
                yield from prose(value)
    elif isinstance(node, list):
        for item in node:
            yield from prose(item)
    else:
        yield node


def long_sentences(node):
    for text in prose(node):
        for sentence in re.split(r"(?<=[.?!:;])\s+", text):
            if len(sentence.split()) > SENTENCE:
                yield f"a shorter sentence than: {sentence}"


def incomplete_examples(rules):
    """Each rung is aimed at, and each verdict expected, somewhere."""
    expected = {example["expect"].get("verdict") for example in rules["examples"]}
    aims = {example["answers"].get("target_rung") for example in rules["examples"]}
    for kind, wanted, there in (("verdict", rules["verdicts"], expected), ("rung", rules["rungs"], aims)):
        for item in wanted:
            if item["id"] not in there:
                yield f"an example for the {kind} {item['id']}"


def incomplete(questionnaire, rules):
    """(where, what is missing)"""
    for section in questionnaire["sections"]:
        yield from ((section["id"], key) for key in lacks(section, "title", "intro"))
        for question in section["questions"]:
            yield from ((question["id"], what) for what in incomplete_question(question))
    for requirement in rules["requirements"]:
        yield from ((requirement["id"], what) for what in incomplete_requirement(requirement))
    for kind, keys in (("rungs", ("title", "years", "focus", "source")), ("facts", ("source",)),
                       ("actions", ("text", "months", "raises", "source")),
                       ("specialisations", ("text", "source")), ("notes", ("text", "source"))):
        for entry in rules[kind]:
            yield from ((entry.get("id", entry.get("label")), key) for key in lacks(entry, *keys))
    yield from (("sentences", what) for what in long_sentences(questionnaire))
    yield from (("sentences", what) for what in long_sentences(rules))
    yield from (("examples", what) for what in incomplete_examples(rules))


def check_complete(repository):
    problems, checked = [], 0
    for path in sorted(repository.glob("rules/*.yaml")):
        rules = load(path)
        questionnaire = load(repository / f"questionnaires/{rules['questionnaire']}.yaml")
        problems += [f"{path.stem}: {where} lacks {what}" for where, what in incomplete(questionnaire, rules)]
        checked += sum(1 for _ in texts(rules)) + sum(1 for _ in texts(questionnaire))
    return checked, problems


def main():
    repository = pathlib.Path(sys.argv[1]).resolve()
    check = {"coverage": check_coverage, "wording": check_wording, "complete": check_complete}[sys.argv[2]]
    checked, problems = check(repository)
    print(*problems, sep="\n")
    print(f"{checked - len(problems)} passed, {len(problems)} failed")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()

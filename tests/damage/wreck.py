"""Content broken at random, and what must hold for it."""
import json
import random
import re
from typing import NamedTuple

import yaml

import content
import meaning

STRANGE = list(" :-[]{}\"'#&*!|>%@`,?~\\\t\n\r0123456789aeiouxyzAZ_=<().\x00\x7f\x1b\u00e9\u2028\ufeff\U0001f600")
OPERATOR = re.compile(r"==|!=|>=|<=|&&|\|\||[<>+/*?!]| in ")
OTHERS = ("==", "!=", ">=", "<=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "?", ":", " in ", "!", "=", "")
NUMBER = re.compile(r"(?<![\w-])-?\d+(?:\.\d+)?")
NUMBERS = ("0", "-1", "5", "4.5", "1e9", "1e400", "9223372036854775807", "9223372036854775808", "0x10", "010",
           ".5", "5.", "-0", ".nan", ".inf", "1_000", "two", "", "100", "100.0001", "0.1")


SUMMARY = re.compile(r"rung: (\d+ more problems are not shown|.* is not checked further: .*)")

# For what `rung` has accepted already; the second opinion comes from the reader in Python.
FAST_BASE = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FAST_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Variant(NamedTuple):
    how: str
    file: str
    text: object  # bytes, where characters would not do


def variant(texts, seed):
    """One to four damages to one file."""
    rng = random.Random(seed)
    file = rng.choice(sorted(texts))
    text, done = texts[file], []
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        damage = rng.choice(DAMAGES)
        text = damage(text, rng)
        done.append(damage.__name__)
    if rng.random() < 0.04:
        data = text.encode()
        at = rng.randrange(len(data))
        text = data[:at] + bytes([rng.randrange(128, 256)]) + data[at:]
        done.append("stray_byte")
    return Variant(f"{file}, seed {seed}: {', '.join(done)}", file, text)


# ---------------------------------------------------------------------------------------------------------- damages

def on_lines(change):
    """A damage to a list of lines, at one of them."""
    def damage(text, rng):
        lines = text.split("\n")
        change(lines, rng.randrange(len(lines)), rng)
        return "\n".join(lines)
    damage.__name__ = change.__name__
    return damage


@on_lines
def delete_lines(lines, at, rng):
    del lines[at:at + rng.choice((1, 1, 1, 2, 5))]


@on_lines
def duplicate_line(lines, at, rng):
    lines.insert(rng.choice((at, rng.randrange(len(lines)))), lines[at])


@on_lines
def duplicate_block(lines, at, rng):
    lines[at:at] = lines[at:at + rng.randrange(2, 12)]


@on_lines
def swap_lines(lines, at, rng):
    other = rng.choice((min(at + 1, len(lines) - 1), rng.randrange(len(lines))))
    lines[at], lines[other] = lines[other], lines[at]


@on_lines
def indent(lines, at, rng):
    by = rng.choice((-4, -2, -1, 1, 2, 4))
    lines[at] = " " * by + lines[at] if by > 0 else re.sub(f"^ {{0,{-by}}}", "", lines[at])


@on_lines
def join_lines(lines, at, rng):
    lines[at:at + 2] = [" ".join(line.strip() if i else line for i, line in enumerate(lines[at:at + 2]))]


@on_lines
def cut_line(lines, at, rng):
    lines[at] = lines[at][:rng.randrange(len(lines[at]) + 1)]


def delete_character(text, rng):
    at = rng.randrange(len(text))
    return text[:at] + text[at + 1:]


def insert_character(text, rng):
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(STRANGE) + text[at:]


def replace_character(text, rng):
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(STRANGE) + text[at + 1:]


def swap_characters(text, rng):
    at = rng.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def at_match(pattern, text, rng, others):
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = rng.choice(found)
    return text[:match.start()] + rng.choice(others) + text[match.end():]


def operator(text, rng):
    return at_match(OPERATOR, text, rng, OTHERS)


def number(text, rng):
    return at_match(NUMBER, text, rng, NUMBERS)


def quote(text, rng):
    return at_match(re.compile("[\"']"), text, rng, ("", "'", '"', "\\\""))


def bracket(text, rng):
    return at_match(re.compile(r"[][{}()]"), text, rng, ("", "[", "]", "{", "}", "(", ")"))


def exchange_words(text, rng):
    """Two ids or words change places."""
    found = list(re.finditer(r"\b[a-z]+[-_][a-z]+\b", text))
    a, b = sorted(rng.sample(found, 2), key=lambda match: match.start())
    return text[:a.start()] + b.group() + text[a.end():b.start()] + a.group() + text[b.end():]


def truncate(text, rng):
    return text[:rng.randrange(len(text))]


DAMAGES = (delete_lines, duplicate_line, duplicate_block, swap_lines, indent, join_lines, cut_line,
           delete_character, insert_character, replace_character, swap_characters, operator, operator,
           number, number, quote, bracket, exchange_words, exchange_words, truncate)


# ---------------------------------------------------------------------------------------------------------- judging

def judge(variant, bench):
    """The faults, as (what, how it was damaged, what was said)."""
    run = bench.check(variant.file, variant.text)
    fault = run.fault({0, 3})
    if fault:
        return [(fault, variant.how, "")]
    if run.status == 3:
        wrong = badly_told(run, variant, bench)
    else:
        wrong = badly_accepted(variant, bench)
    return [(what, variant.how, "") for what in wrong]


def badly_told(run, variant, bench):
    found, rest = content.diagnostics(run.err, bench.folder)
    if not any(d.severity == "error" for d in found):
        yield f"refused without a place: {run.err[-300:]}"
    for d in found:
        text = variant.text if d.file == variant.file else bench.texts[d.file]
        text = text.decode(errors="replace") if isinstance(text, bytes) else text
        lines = text.split("\n")
        if not 1 <= d.line <= len(lines) or not 1 <= d.column <= len(lines[d.line - 1]) + 2:
            yield f"a place outside the file: {d}"
    for line in rest:
        if not SUMMARY.fullmatch(line):
            yield f"said without a place: {line}"


def badly_accepted(variant, bench):
    texts = dict(bench.texts)
    try:
        text = variant.text if isinstance(variant.text, str) else variant.text.decode()
    except UnicodeDecodeError:
        return ["accepted, though it is not UTF-8"]
    texts[variant.file] = meaning.as_old_yaml(text)
    wrong = [f"accepted, but {what}" for what in meaning.impossible(texts)]
    if wrong:
        return wrong
    bench.write(variant.file, variant.text)
    try:
        return list(badly_scored(texts, bench))
    finally:
        bench.write(variant.file, bench.texts[variant.file])


def badly_scored(texts, bench):
    """The answers of the examples and an empty sheet, scored with what was accepted."""
    text = texts[content.rules_of(texts)]
    rules = yaml.load(text, FAST_BASE)
    sheets = [json.dumps({"id": 0, "answers": {}})] + [
        json.dumps({"id": i, "answers": example.get("answers") or {}})
        for i, example in enumerate(yaml.load(text, FAST_SAFE).get("examples", [])[:3], 1)]
    run = bench.run("score", rules["id"], given="\n".join(sheets) + "\n")
    fault = run.fault({0})
    if fault:
        yield f"accepted, but it cannot be scored: {fault}"
        return
    lines = run.out.splitlines()
    if len(lines) != len(sheets):
        yield f"accepted, but {len(sheets)} sheets give {len(lines)} lines"
    for line in lines:
        yield from odd_result(json.loads(line), rules)


def odd_result(result, rules):
    score = result["score"]
    if not 0 <= score["low"] <= score["high"] <= 100:
        yield f"accepted, but the score is {score}"
    if result["target"] not in [rung["id"] for rung in rules["rungs"]] + [""]:
        yield f"accepted, but the target is {result['target']!r}"
    if not set(result["verdict"].values()) <= {verdict["id"] for verdict in rules["verdicts"]}:
        yield f"accepted, but the verdict is {result['verdict']}"
    if not set(result["gaps"]) <= {requirement["id"] for requirement in rules["requirements"]}:
        yield "accepted, but the gaps are none of the requirements"

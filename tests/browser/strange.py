"""Strange words wherever a person or an author can write: roles, names, notes and answers.

A role is written twice with the same shape: once with `harmless` marks in all its texts, once with
strange strings in their places. Whatever reads a report of both has to find the same things in the
same order, and each string where its mark was.
"""
import itertools
import json
import pathlib
import re

import yaml

HERE = pathlib.Path(__file__).parent
SHARED = HERE.parents[2] / "shared/strings/hostile_strings.json"
LONGEST = 500  # characters: longer ones only make the page longer

# What is read by people in the files of a role; the rest is ids, numbers and expressions.
TEXTS = {"title", "ask", "help", "why", "intro", "label", "note", "text", "summary", "source", "edition",
         "unit", "levels", "focus"}
MARK = re.compile(r"Zq(\d+)x")

# What is not shown as it is: rung_char_unsafe of engine/base.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff"
                    "\U000e0000-\U000e007f]")


def strings():
    """All of them; those of the shared list where it is there."""
    own = json.loads((HERE / "own_strings.json").read_text(encoding="utf-8"))
    if SHARED.exists():
        categories = json.loads(SHARED.read_text(encoding="utf-8"))["categories"].values()
        own += [string for category in categories for string in category["strings"]]
    return [string for string in dict.fromkeys(own)
            if shown(string).strip() and "\0" not in string and len(string) <= LONGEST]


def allowed(string):
    """Whether content may have it: no control characters but tabs and line ends."""
    return not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", string)


def shown(string):
    """As it stands in a report for people."""
    def escaped(found):
        code = ord(found[0])
        return f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:04x}}}"
    return UNSAFE.sub(escaped, string.replace("\n", " ").replace("\t", " "))


def tidy(text):
    """What has to be equal: not the blanks, which of the two separators a list got, and the digests."""
    text = re.sub(r"\b[0-9a-f]{12}\b", "DIGEST", " ".join(text.split()))
    return text.replace("; and ", " and ").replace("; ", ", ")


class Quoted(str):
    """A text that YAML must not take for anything else."""


yaml.SafeDumper.add_representer(
    Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


class Writer:
    """Gives texts their places: `use` says what stands at the place of that number."""

    def __init__(self, use, first=0):
        self.numbers, self.use = itertools.count(first), use

    def text(self):
        return Quoted(self.use(next(self.numbers)))

    def rewrite(self, node):
        if isinstance(node, list):
            return [self.rewrite(part) for part in node]
        if not isinstance(node, dict):
            return node
        return {key: self.replace(value) if key in TEXTS or (key == "value" and "label" in node and
                                                             isinstance(value, str))
                else self.rewrite(value) for key, value in node.items() if key != "examples"}

    def replace(self, value):
        """Every text in it by another."""
        if isinstance(value, str):
            return self.text()
        if isinstance(value, list):
            return [self.replace(part) for part in value]
        if isinstance(value, dict) and all(isinstance(key, int) for key in value):
            return {key: self.replace(part) for key, part in value.items()}
        return self.rewrite(value)


def write_role(desk, role, folder, use):
    """The role with other texts, in `folder`."""
    writer = Writer(use)
    for kind in ("questionnaires", "rules"):
        there = pathlib.Path(folder, kind)
        there.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(writer.rewrite(desk.load(kind, role)), sort_keys=False, width=10 ** 9)
        (there / f"{role}.yaml").write_text(text, encoding="utf-8")


def differences(marked, strange, words):
    """What two readings do not have in common: [(shape, text)...] both. `words`: of each mark."""
    if [shape for shape, _ in marked] != [shape for shape, _ in strange]:
        at = next((i for i, (a, b) in enumerate(zip(marked, strange)) if a[0] != b[0]),
                  min(len(marked), len(strange)))
        yield f"another structure: {marked[at:at + 2]} became {strange[at:at + 2]}"
        return
    for (shape, text), (_, found) in zip(marked, strange):
        squeeze = (lambda text: "".join(text.split())) if shape.startswith("svg") else tidy
        wanted = MARK.sub(lambda mark: shown(words(int(mark[1]))), text)
        if squeeze(wanted) != squeeze(found):
            yield f"{shape}: {wanted[:150]!r} became {found[:150]!r}"

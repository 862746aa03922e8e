"""Slips of the pen, and what must be said about each."""
import bisect
import re
from typing import NamedTuple

import grammar as g
import sites as places

OPERATORS = {
    "==": ("=", "==="), "!=": ("=!", "!==", "<>"), ">=": ("=>",), "<=": ("=<",),
    "&&": ("&", "&&&", "and"), "||": ("|", "|||", "or"), "in": ("inn", "im", "n"),
    "!": ("not ",),
}
NEIGHBOURS = {row[i]: row[max(0, i - 1):i] + row[i + 1:i + 2]
              for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for i in range(len(row))}
DAMAGE = ("swap", "drop", "double", "replace")


def distance(a, b):
    """Optimal string alignment: the edits that a typist makes."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def one_slip(word, how, at, rng):
    """The word with one slip at a letter."""
    c = word[at]
    if how == "swap":
        return word[:at] + word[at + 1:at + 2] + c + word[at + 2:]
    if how == "drop":
        return word[:at] + word[at + 1:]
    if how == "double":
        return word[:at] + c + word[at:]
    return word[:at] + rng.choice(NEIGHBOURS[c]) + word[at + 1:]


def misspelt(word, known, rng):
    """A slip that is no word of the content; None if there is no letter to slip on. Letters only,
    and never the first or last of them removed, so that an id stays one."""
    letters = [i for i, c in enumerate(word) if c in NEIGHBOURS]
    for _ in range(40 if letters else 0):
        how, at = rng.choice(DAMAGE), rng.choice(letters)
        if how == "swap" and (at + 1 not in letters or word[at + 1] == word[at]):
            continue
        slip = one_slip(word, how, at, rng)
        if slip and slip not in known and slip[0] in NEIGHBOURS and slip[-1] not in "-_" \
                and "--" not in slip and "__" not in slip and slip not in ("no", "on", "y", "n"):
            return slip
    return None


class Slip(NamedTuple):
    site: places.Site
    wrong: str


def known_words(sites):
    """Everything that means something somewhere: a slip that gives one of these may be valid."""
    known = set(g.FUNCTIONS) | set(g.CONSTANTS) | {"unknown", "rung", "true", "false"}
    add_keys((g.QUESTIONNAIRE, g.RULES), known)
    return known | {site.word for site in sites}


def add_keys(types, known):
    for type_ in types:
        if isinstance(type_, dict):
            known.update(type_)
            add_keys(type_.values(), known)
        elif isinstance(type_, (list, g.Named, g.ByNode)):
            add_keys(type_, known)
        elif isinstance(type_, g.Word):
            known.update(type_.words)


def is_word(site):
    """Whether there is a slip here that cannot be meant."""
    return site.word in OPERATORS if site.kind == "operator" else site.kind != "number"


def slip_at(site, known, rng):
    if site.kind == "operator":
        wrong = rng.choice(OPERATORS[site.word])
    elif site.kind == "level":
        wrong = rng.choice(("0", "5", "44", "one"))
    elif site.kind == "format":
        wrong = site.word.replace("rung", rng.choice(("rugn", "rng", "runng")))
    else:
        wrong = misspelt(site.word, known, rng)
    return Slip(site, wrong) if wrong else None


# ------------------------------------------------------------------------------------------------ what must be said

class Lines:
    """Line and column, from 1, of an offset."""

    def __init__(self, text):
        self.starts = [0] + [match.end() for match in re.finditer("\n", text)]

    def place(self, offset):
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def lies_at(diagnostic, lines, site, length):
    """Whether it points at the word that stands at the site: at its quote or one of its letters."""
    line, first = lines.place(site.first)
    return (diagnostic.file, diagnostic.line) == (site.file, line) and \
        first <= diagnostic.column <= first + (site.start - site.first) + max(length - 1, 0)


def offered_words(diagnostic):
    """What the mend or the message offers instead: between back quotes or double quotes."""
    words = []
    for text in (diagnostic.mend, diagnostic.message.partition("did you mean")[2]):
        for quote in "`\"":
            words += [word.strip('"') for word in text.split(quote)[1::2]]
    return words


def names(diagnostic, right, wrong):
    """Whether the right word is offered, or one that is as near to the wrong one."""
    limit = distance(wrong, right)
    return any(word == right or distance(wrong, word) <= limit
               for word in offered_words(diagnostic) if word)

"""Content cut down as long as it shows what it is to show."""
import copy

from small import Document

KEPT = {"format", "id", "title", "questionnaire", "target", "rungs", "attained", "verdicts", "dimensions", "sections", "questions",
        "requirements", "options", "type", "scale", "min", "max", "ask", "language"}


def smallest(document, shows):
    """The smallest content found for which `shows(document)` is true. It is also asked about content that is broken,
    and may raise anything then."""
    again = True
    while again:
        again = False
        for path in sorted(paths(document.questionnaire, ("q",)) + paths(document.rules, ("r",)), key=len):
            cut = without(document, path)
            if cut and holds(cut, shows):
                document, again = cut, True
                break
    return document


def holds(document, shows):
    try:
        return shows(document)
    except Exception:           # what was cut away may be missed anywhere
        return False


def paths(data, at):
    """The places of all that can be left out: items of lists, keys that are not needed."""
    out = []
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in KEPT:
                out.append(at + (key,))
            out += paths(value, at + (key,))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            out += [at + (i,)] + paths(value, at + (i,))
    return out


def without(document, path):
    cut = Document(copy.deepcopy(document.questionnaire), copy.deepcopy(document.rules))
    at = cut.questionnaire if path[0] == "q" else cut.rules
    for step in path[1:-1]:
        at = at[step]
    del at[path[-1]]
    return cut

"""Whether two files can mean anything together: a second opinion on content that `rung check` accepts."""
import collections

import yaml

import grammar as g
import sites as places

SCOPED = ("option",)


def as_old_yaml(text):
    """YAML 1.1, which the other reader follows, allows no tab between words and ends lines also at U+2028."""
    return text.replace("\t", " ").replace("\u2028", "?")


def impossible(texts):
    """What cannot be, in plain words; an empty list for content that can mean something."""
    try:
        sites = [s for file, text in texts.items() for s in places.of(file, text)]
    except places.Impossible as error:
        return [str(error)]
    except yaml.YAMLError as error:
        return [f"another reader of YAML refuses it: {' '.join(str(error).split())}"]
    except (AttributeError, KeyError, TypeError, AssertionError) as error:
        return [f"not of the form that the grammar gives: {error!r}"]
    defined = collections.Counter(definition(s) for s in sites if s.kind.startswith("define:"))
    wrong = [f"{what} is defined {count} times" for what, count in defined.items() if count > 1]
    for site in sites:
        wrong += [f"{site.file}: {site.where}: {problem}" for problem in problems(site, defined)]
    return wrong


def definition(site):
    kind = site.kind.split(":")[1]
    return kind, site.scope if kind in SCOPED else "", site.word


def problems(site, defined):
    if site.kind.startswith("refer:") and not is_defined(site, defined):
        yield f"there is no {site.kind.split(':')[1]} `{site.word}`"
    if site.kind == "function" and site.word.split(".")[-1] not in \
            [name.split(".")[-1] for name in g.FUNCTIONS]:
        yield f"there is no function `{site.word}`"
    if site.kind == "number":
        least, most = g.BOUNDS.get(site.where.removesuffix(".*").split(".")[-1], (-1e300, 1e300))
        if not least <= float(site.word) <= most:
            yield f"{site.word} is out of bounds"
    if site.kind == "level" and site.word not in ("1", "2", "3", "4"):
        yield f"there is no level {site.word}"
    if site.kind == "bool" and site.word not in ("true", "false"):
        yield f"{site.word} is no bool"


def is_defined(site, defined):
    kind, scope, word = definition(site)
    if kind == "question" and word == "rung":
        return site.file.startswith("rules")
    if kind == "option" and scope == "rung":
        return defined["rung", "", word] > 0
    if kind == "option" and word == "":
        return True
    return defined[kind, scope, word] > 0

"""Where the words of content stand: every key, id, reference, word of a closed set, and every name,
option, function and operator of an expression, with its place in the file as it was written."""
import functools
import re
from typing import NamedTuple

import yaml

import grammar as g


class Impossible(ValueError):
    """The file is not content, whatever it says."""


class Site(NamedTuple):
    file: str
    kind: str       # "key", "word", "define:question", "refer:option", "function", "operator", ...
    where: str      # the path of keys that leads here, for sampling: "sections.questions.when"
    word: str
    start: int      # offset of the word
    first: int      # offset of the smallest thing that a message may point at: quotes included
    scope: str = "" # options: the question
    style: str = "" # expressions: how the scalar is written

    @property
    def end(self):
        return self.start + len(self.word)


TOKEN = re.compile(r'''\\?"(?P<double>[^"\\\n]*)\\?"|'{1,2}(?P<single>[^'\n]+)'{1,2}'''
                   r'''|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)|(?P<number>\d[\w.]*)'''
                   r'''|(?P<operator>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:])|(?P<bracket>[(),\[\]])''')


class Walk:
    """One file: collects the sites of a tree that follows the grammar."""

    def __init__(self, file, text):
        self.file, self.text, self.sites = file, text, []
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        self.value(root, g.RULES if file.startswith("rules") else g.QUESTIONNAIRE, "", "")

    def add(self, kind, where, word, start, first=None, scope="", style=""):
        assert self.text[start:start + len(word)] == word, (self.file, word, start)
        first = start if first is None else first
        self.sites.append(Site(self.file, kind, where, word, start, first, scope, style))

    def demand(self, holds, where, otherwise):
        if not holds:
            raise Impossible(f"{self.file}: {where}: {otherwise}")

    def scalar(self, node, kind, where, scope=""):
        quoted = node.style in ("'", '"')
        start = node.start_mark.index
        self.add(kind, where, node.value, start + quoted, start, scope)

    def value(self, node, type_, where, scope):
        if isinstance(type_, g.ByNode):
            type_ = type_.mapping if isinstance(node, yaml.MappingNode) else type_.scalar
        if isinstance(type_, dict):
            self.mapping(node, type_, where, scope)
        elif isinstance(type_, list):
            for item in node.value:
                self.value(item, type_[0], where, scope)
        elif isinstance(type_, g.Named):
            self.named(node, type_, where)
        elif isinstance(type_, (g.Define, g.Refer)):
            self.scalar(node, f"{type(type_).__name__.lower()}:{type_.kind}", where,
                        scope if type_.kind == "option" else "")
        elif isinstance(type_, g.Word):
            self.scalar(node, "word", where)
        else:
            self.leaf(node, type_, where, scope)

    def leaf(self, node, type_, where, scope):
        number = isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[-\d.]+", node.value)
        if type_ == g.NUMBER or (type_ == g.TARGET and number):
            self.demand(number, where, f"not a number: {node.value}")
            self.scalar(node, "number", where)
        elif type_ in (g.BOOL, g.FORMAT):
            self.scalar(node, type_, where)
        elif type_ == g.LEVEL:
            self.scalar(node, "level", where)
        elif type_ == g.UNASKED or type_ == g.ANSWER:
            self.answer(node, where, scope)
        elif type_ == g.NEED and node.value in g.NEEDS.words:
            self.scalar(node, "word", where)
        elif type_ == g.EXPRESSION or type_ == g.NEED or (type_ == g.TARGET and not number):
            self.expression(node, where)

    def mapping(self, node, keys, where, scope):
        if keys is g.QUESTION:
            scope = next(v.value for k, v in node.value if k.value == "id")
        names = [key.value for key, _ in node.value]
        self.demand(len(names) == len(set(names)), where, f"a key twice: {names}")
        self.demand(set(names) <= set(keys), where, f"keys that do not exist: {names}")
        self.demand(set(g.required(keys)) <= set(names), where, f"keys are missing: {names}")
        for key, value in node.value:
            below = f"{where}.{key.value}".lstrip(".")
            self.scalar(key, "key", below)
            self.value(value, keys[key.value], below, scope)

    def named(self, node, type_, where):
        for key, value in node.value:
            self.value(key, type_.key, where + ".*", "")
            self.value(value, type_.value, where + ".*", key.value)

    def answer(self, node, where, question):
        for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if item.value == "unknown" and where.endswith("unasked"):
                self.scalar(item, "word", where)
            elif item.tag.endswith(":str"):
                self.scalar(item, "refer:option", where, question)

    def expression(self, node, where):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            start = self.text.index("\n", start) + 1
        elif node.style:
            start, end = start + 1, end - 1
        tokens = [m for m in TOKEN.finditer(self.text, start, end)]
        for i, token in enumerate(tokens):
            self.token(tokens, i, token, where, node.style or "plain")

    def token(self, tokens, i, token, where, style):
        kind, word = token.lastgroup, token.group(token.lastgroup)
        scope, start = "", token.start(kind)
        following = tokens[i + 1].group() if i + 1 < len(tokens) else ""
        if kind in ("double", "single"):
            scope = compared_with(tokens, i)
            kind = "refer:option" if scope else "string"
        elif kind == "name":
            kind = ("operator" if word == "in" else "constant" if word in g.CONSTANTS
                    else "function" if following == "(" else "refer:question")
        elif kind in ("number", "bracket"):
            return
        self.add(kind, where, word, start, token.start(), scope, style)


def compared_with(tokens, i):
    """The name that a string of an expression is compared with; "" where there is none."""
    def at(n):
        return tokens[n].group() if 0 <= n < len(tokens) else ""

    if at(i - 1) in ("==", "!="):
        return at(i - 2)
    if at(i + 1) in ("==", "!=", "in"):
        return at(i + 2)
    while at(i) not in ("[", "(", "]", "") or at(i) == "":
        if i <= 0:
            return ""
        i -= 1
    return at(i - 2) if at(i) == "[" and at(i - 1) == "in" else ""


@functools.lru_cache(maxsize=8)
def of(file, text):
    """All of a file. Most variants leave one of the two files as it is."""
    return tuple(Walk(file, text).sites)


# ----------------------------------------------------------------------------------------- other ways to write them

def restyled(text, file):
    """The same content with its expressions as literal blocks and in quotes, in turn."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    found = []
    expressions(root, g.RULES if file.startswith("rules") else g.QUESTIONNAIRE, found)
    for i, node in reversed(list(enumerate(found))):
        start = node.start_mark.index
        end = start + len(text[start:node.end_mark.index].rstrip())
        text = text[:start] + written(" ".join(node.value.split()), i % 3) + text[end:]
    return text


def expressions(node, type_, found):
    if isinstance(type_, g.ByNode):
        type_ = type_.mapping if isinstance(node, yaml.MappingNode) else type_.scalar
    if isinstance(type_, dict):
        for key, value in node.value:
            expressions(value, type_[key.value], found)
    elif isinstance(type_, list):
        for item in node.value:
            expressions(item, type_[0], found)
    elif type_ == g.EXPRESSION:
        found.append(node)


def written(value, style):
    indent = "\n" + " " * 14
    if style == 0:
        return "|-" + indent + value.replace(" : ", indent + ": ")
    if style == 1:
        return "'" + value.replace("'", "''").replace(" : ", indent + ": ") + "'"
    return '"' + value.replace('"', '\\"') + '"'

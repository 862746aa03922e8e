"""YAML as content is written in: the core schema of YAML 1.2, decimal only; with places. The parser
is libyaml, as in the engine: the one in Python refuses `How often?` within brackets."""
import re

import yaml

WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None,
         "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def scalar(node):
    text = node.value
    if node.style:
        return text
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    if SPECIAL.fullmatch(text):
        return float("nan")
    if REAL.fullmatch(text) and not re.fullmatch(r"[-+]?0[0-9]+", text):
        return float(text)
    return text


def read(text):
    """The data, and the line of everything in it: {path: line}; a key's is {path + ("key",)}."""
    lines = {}

    def walk(node, path):
        lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [walk(item, path + (i,)) for i, item in enumerate(node.value)]
        data = {}
        for key, value in node.value:
            lines[path + (key.value, "key")] = key.start_mark.line + 1
            data[key.value] = walk(value, path + (key.value,))
        return data

    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return (walk(node, ()) if node else None), lines

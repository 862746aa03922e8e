"""The expression language of rung's content: a subset of CEL, evaluated.

Written from docs/format.md and the CEL language definition alone. It shares nothing with the engine, so that the two
can be compared. It is dynamic: what a typed reader refuses while loading (1 + 1.0) is an error here when it is reached.

    expr = Expr("points(q) > 2.0 && rung == 'junior'", points={"q": value_to_points})
    expr.names                          the questions it names, `rung` among them
    expr({"q": "a", "rung": "junior"})  the value, or CelError

Values: bool, int (64 bits), float, str, and tuple for a list.
"""
import math
import re

INT_MIN, INT_MAX = -2**63, 2**63 - 1


class CelError(Exception):
    """A refusal while reading, or an error while evaluating."""


# ---------------------------------------------------------------------------------------------------------- tokens

TOKEN = re.compile(r"""
    (?P<space>[ \t\n\r\f]+ | //[^\n]*)
  | (?P<string>[rR]?["'])                                # only how one begins; read_string does the rest
  | (?P<float>(?:[0-9]+\.[0-9]+|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)
  | (?P<int>0x[0-9a-fA-F]+|[0-9]+)
  | (?P<name>[_a-zA-Z][_a-zA-Z0-9]*)
  | (?P<op>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:()\[\],.])
""", re.VERBOSE)
ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
           "\\": "\\", "?": "?", '"': '"', "'": "'", "`": "`"}
RESERVED = {"as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
            "package", "namespace", "return", "var", "void", "while", "null"}


def tokens(text):
    """A list of (kind, value); the last is ("end", None)."""
    out, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise CelError(f"unexpected character {text[at]!r} at {at}")
        kind, word = match.lastgroup, match.group()
        if kind == "string":
            word, at = read_string(text, at)
            out.append(("string", word))
            continue
        at = match.end()
        if kind == "space":
            continue
        if kind in ("int", "float") and at < len(text) and re.match(r"[\w.]", text[at]):
            raise CelError(f"a number runs into {text[at]!r} at {at}")
        if kind == "float":
            word = float(word)
        elif kind == "int":
            word = int(word, 16) if word.startswith("0x") else int(word)
        out.append((kind, word))
    return out + [("end", None)]


def read_string(text, at):
    """The string literal that begins at `at`: its value, and where it ends."""
    raw = text[at] in "rR"
    at += raw
    quote = text[at:at + 3] if text[at:at + 3] in ('"""', "'''") else text[at]
    at += len(quote)
    out = []
    while not text.startswith(quote, at):
        if at >= len(text) or (len(quote) == 1 and text[at] in "\r\n"):
            raise CelError("a string is not closed")
        if text[at] != "\\":
            out.append(text[at])
            at += 1
        elif raw:                            # the backslash stays, and what it guards cannot close the string
            if at + 1 >= len(text):
                raise CelError("a string is not closed")
            out.append(text[at:at + 2])
            at += 2
        else:
            char, at = read_escape(text, at + 1)
            out.append(char)
    return "".join(out), at + len(quote)


def read_escape(text, at):
    """The character that the escape names whose letter is at `at`: it, and where the escape ends."""
    if text[at:at + 1] in ESCAPES:
        return ESCAPES[text[at]], at + 1
    for pattern, base in ((r"[xX]([0-9a-fA-F]{2})", 16), (r"u([0-9a-fA-F]{4})", 16),
                          (r"U([0-9a-fA-F]{8})", 16), (r"([0-3][0-7]{2})", 8)):
        match = re.compile(pattern).match(text, at)
        if match:
            code = int(match.group(1), base)
            if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                raise CelError("an escape names no character")
            return chr(code), match.end()
    raise CelError("unknown escape")


# ---------------------------------------------------------------------------------------------------------- reading

class Parser:
    """Recursive descent over CEL's grammar. Every method returns a node: (operation, operands...)."""

    def __init__(self, text):
        self.tokens, self.at = tokens(text), 0

    def peek(self, *ops):
        kind, word = self.tokens[self.at]
        return word if (kind == "op" or (kind, word) == ("name", "in")) and word in ops else None

    def take(self, *ops):
        word = self.peek(*ops)
        self.at += word is not None
        return word

    def need(self, op):
        if not self.take(op):
            raise CelError(f"expected {op!r}, found {self.tokens[self.at][1]!r}")

    def whole(self):
        node = self.expr()
        if self.tokens[self.at][0] != "end":
            raise CelError(f"unexpected {self.tokens[self.at][1]!r}")
        return node

    def expr(self):
        test = self.left(0)
        if not self.take("?"):
            return test
        yes = self.left(0)
        self.need(":")
        return ("?:", test, yes, self.expr())

    LEVELS = (("||",), ("&&",), ("==", "!=", "<", "<=", ">", ">=", "in"), ("+", "-"), ("*", "/", "%"))

    def left(self, level):
        """The binary operators of one level of precedence, which group to the left."""
        if level == len(self.LEVELS):
            return self.unary()
        node = self.left(level + 1)
        while op := self.take(*self.LEVELS[level]):
            node = (op, node, self.left(level + 1))
        return node

    def unary(self):
        if self.take("!"):
            return ("!", self.unary())
        if self.take("-"):
            if self.tokens[self.at][0] in ("int", "float"):     # the sign belongs to the literal: -9223372036854775808
                word = -self.tokens[self.at][1]
                self.at += 1
                return self.member(literal(word))
            return ("neg", self.unary())
        return self.member(self.primary())

    def primary(self):
        kind, word = self.tokens[self.at]
        if self.take("("):
            node = self.expr()
            self.need(")")
            return node
        if self.take("["):
            return ("list", *self.arguments("]", trailing=True))
        self.at += 1
        if kind in ("int", "float", "string"):
            return literal(word)
        if kind != "name" or word in RESERVED or word == "in":
            raise CelError(f"unexpected {word!r}")
        if word in ("true", "false"):
            return ("value", word == "true")
        if word == "math" and self.take("."):
            word = "math." + str(self.tokens[self.at][1])
            self.at += 1
            if not self.peek("("):
                raise CelError(f"no such thing as {word}")
        if self.take("("):
            return call(word, self.arguments(")"))
        return ("name", word)

    def member(self, node):
        while self.take("."):
            kind, word = self.tokens[self.at]
            self.at += 1
            if kind != "name" or not self.take("("):
                raise CelError("fields are not in the language")
            node = call("." + word, [node] + self.arguments(")"))
        return node

    def arguments(self, close, trailing=False):
        out = []
        while not self.take(close):
            if out:
                self.need(",")
                if trailing and self.take(close):
                    break
            out.append(self.expr())
        return out


def literal(word):
    if isinstance(word, int) and not INT_MIN <= word <= INT_MAX:
        raise CelError("a whole number beyond 64 bits")
    return ("value", word)


def call(name, arguments):
    least, most = FUNCTIONS[name][:2] if name in FUNCTIONS else (1, 1)
    if name not in FUNCTIONS and name != "points":
        raise CelError(f"no such function: {name}")
    if not least <= len(arguments) <= most:
        raise CelError(f"{name}: wrong number of arguments")
    if name == "points":
        if arguments[0][0] != "name":
            raise CelError("points() takes a question")
        return ("points", arguments[0][1])
    return ("call", name, *arguments)


# -------------------------------------------------------------------------------------------------------- operations

def is_int(v):
    return isinstance(v, int) and not isinstance(v, bool)


def is_number(v):
    return isinstance(v, (int, float)) and not isinstance(v, bool)


def both(kind, a, b):
    return isinstance(a, kind) and isinstance(b, kind)


def ranged(value):
    if not INT_MIN <= value <= INT_MAX:
        raise CelError("integer overflow")
    return value


def equal(a, b):
    """CEL's ==: numbers compare across int and double, exactly; other kinds never equal each other; NaN equals nothing."""
    if is_number(a) and is_number(b):
        return a == b
    if both(tuple, a, b):
        return len(a) == len(b) and all(equal(x, y) for x, y in zip(a, b))
    return type(a) is type(b) and a == b


def less(a, b):
    if (is_number(a) and is_number(b)) or both(str, a, b) or both(bool, a, b):
        return a < b
    raise CelError("these cannot be ordered")


def less_equal(a, b):
    less(a, b)                               # only for its check of the kinds
    return a <= b


def contained(a, b):
    if not isinstance(b, tuple):
        raise CelError("`in` needs a list")
    return any(equal(a, x) for x in b)


def divide_doubles(a, b):
    if b == 0.0 or b != b:
        if a == 0.0 or a != a or b != b:
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)
    return a / b


def divide_ints(a, b):
    """Towards zero: (quotient, remainder)."""
    if b == 0:
        raise CelError("division by zero")
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    ranged(quotient)                         # the least integer by -1; CEL calls its remainder an overflow too
    return quotient, a - quotient * b


ON_INTS = {"+": lambda a, b: ranged(a + b), "-": lambda a, b: ranged(a - b), "*": lambda a, b: ranged(a * b),
           "/": lambda a, b: divide_ints(a, b)[0], "%": lambda a, b: divide_ints(a, b)[1]}
ON_DOUBLES = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": divide_doubles}


def arithmetic(op):
    on_ints, on_doubles = ON_INTS[op], ON_DOUBLES.get(op)

    def apply(a, b):
        if is_int(a) and is_int(b):
            return on_ints(a, b)
        if on_doubles and both(float, a, b):
            return on_doubles(a, b)
        if op == "+" and (both(str, a, b) or both(tuple, a, b)):
            return a + b
        raise CelError(f"these cannot be combined with {op}; int and double do not mix")
    return apply


BINARY = {"==": equal, "!=": lambda a, b: not equal(a, b), "in": contained,
          "<": less, "<=": less_equal, ">": lambda a, b: less(b, a), ">=": lambda a, b: less_equal(b, a),
          **{op: arithmetic(op) for op in "+-*/%"}}


def negate(a):
    if is_int(a):
        return ranged(-a)
    if isinstance(a, float):
        return -a
    raise CelError("only a number can be negated")


def logical_not(a):
    if not isinstance(a, bool):
        raise CelError("! needs true or false")
    return not a


# --------------------------------------------------------------------------------------------------------- functions

def size(a):
    if isinstance(a, (str, tuple)):
        return len(a)
    raise CelError("size() needs a text or a list")


def on_strings(method):
    def apply(a, b):
        if both(str, a, b):
            return method(a, b)
        raise CelError("texts expected")
    return apply


def to_int(a):
    if is_int(a):
        return a
    if isinstance(a, float) and -2.0**63 < a < 2.0**63:
        return int(a)
    if isinstance(a, str) and re.fullmatch(r"[+-]?[0-9]+", a, re.ASCII):
        return ranged(int(a))
    raise CelError("no such integer")


def to_double(a):
    if is_number(a):
        return float(a)
    if isinstance(a, str) and re.fullmatch(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", a, re.ASCII):
        return float(a)
    raise CelError("no such number")


def to_string(a):
    if isinstance(a, bool):
        return "true" if a else "false"
    if isinstance(a, (int, str)):
        return str(a)
    if isinstance(a, float):
        return repr(a)[:-2] if repr(a).endswith(".0") else repr(a)
    raise CelError("a list has no text")


def extreme(better):
    """math.least, math.greatest: the first of the best; a double if any argument is one."""
    def apply(*numbers):
        if not all(is_number(n) for n in numbers):
            raise CelError("numbers expected")
        best = numbers[0]
        for n in numbers[1:]:
            if better(n, best):
                best = n
        return float(best) if any(isinstance(n, float) for n in numbers) else best
    return apply


# name: (least arguments, most, what it does); a method's name begins with a dot and its receiver is the first argument
FUNCTIONS = {
    "size": (1, 1, size), ".size": (1, 1, size),
    ".startsWith": (2, 2, on_strings(str.startswith)), ".endsWith": (2, 2, on_strings(str.endswith)),
    ".contains": (2, 2, on_strings(lambda a, b: b in a)),
    "int": (1, 1, to_int), "double": (1, 1, to_double), "string": (1, 1, to_string),
    "math.least": (1, 99, extreme(lambda n, best: n < best)),
    "math.greatest": (1, 99, extreme(lambda n, best: n > best)),
}


# --------------------------------------------------------------------------------------------------------- evaluation

def compiled(node, points):
    """A Python function of the environment (names to values) for this node."""
    op, *rest = node
    if op == "value":
        return lambda env: rest[0]
    if op == "name":
        return lambda env: look_up(env, rest[0])
    if op == "points":
        if rest[0] not in points:
            raise CelError(f"points(): {rest[0]} has no options")
        of = points[rest[0]]
        return lambda env: of(env[rest[0]])
    parts = [compiled(part, points) for part in (rest[1:] if op == "call" else rest)]
    if op in ("&&", "||"):
        return lambda env: absorbing(op == "||", parts, env)
    if op == "?:":
        return lambda env: (parts[1] if truth(parts[0], env) else parts[2])(env)
    if op == "list":
        return lambda env: tuple(part(env) for part in parts)
    if op in BINARY:
        apply, (a, b) = BINARY[op], parts
        return lambda env: apply(a(env), b(env))
    apply = {"!": logical_not, "neg": negate}.get(op) or FUNCTIONS[rest[0]][2]
    return lambda env: apply(*[part(env) for part in parts])


def look_up(env, name):
    try:
        return env[name]
    except KeyError:
        raise CelError(f"no such name: {name}") from None


def truth(part, env):
    value = part(env)
    if not isinstance(value, bool):
        raise CelError("true or false expected")
    return value


def absorbing(decisive, parts, env):
    """&& (decisive False) and || (decisive True): a decisive side settles it even if the other side is an error."""
    error = None
    for part in parts:
        try:
            if truth(part, env) is decisive:
                return decisive
        except CelError as e:
            error = error or e
    if error:
        raise error
    return not decisive


def walk(node):
    """The node and every node below it."""
    yield node
    for part in node[1:]:
        if isinstance(part, tuple) and node[0] != "value":
            yield from walk(part)


class Expr:
    """One expression, read once. `points`: for each question with options, a function from its value to its points."""

    def __init__(self, text, points=None):
        self.text = text
        self.node = Parser(text).whole()
        self.names = {n[1] for n in walk(self.node) if n[0] in ("name", "points")}
        self.numbers = [n[1] for n in walk(self.node) if n[0] == "value" and is_number(n[1])]
        self.run = compiled(self.node, points or {})

    def __call__(self, env):
        return self.run(env)

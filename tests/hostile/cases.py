"""Files that are hard on whoever reads them: (name, text) pairs, each near one limit or another.

Those of `yaml` are no content; `questionnaires` and `rules` are, or are nearly, and come with what they need beside them.
"""
SIZE = 8 * 1024 * 1024          # the most that is read
scaled = 1.0
# Megabytes of nothing but expressions, which take a quarter of a microsecond a byte: they may take as many seconds.
OF_EXPRESSIONS, SECONDS = {
    "expressions of minus signs", "questions in a row", "comparisons", "wide expressions", "deep expressions", "lists in expressions",
    "expressions of exclamation marks", "tests of options", "all in one condition", "sums of numbers", "sets of options",
    "notes with long conditions", "examples of many requirements"}, 3
HEAD = "format: rung-questionnaire/1\nid: hostile\ntitle: T\nlanguage: en\nsections:\n"
RULES_HEAD = "format: rung-rules/1\nid: hostile\ntitle: T\nquestionnaire: hostile\n"


def scale(by):
    """Makes all cases that much smaller, for a quick look."""
    global scaled
    scaled = by


def n(count):
    return max(1, int(count * scaled))


def fill(piece, size=SIZE, end=""):
    """The piece as often as it fits."""
    return piece * n((size - len(end)) // len(piece)) + end


def lines(template, count):
    return "".join(template.format(i) for i in range(n(count)))


# --------------------------------------------------------------------------------------------------------------- YAML

def yaml():
    """What a scanner or a parser may find hard, as the whole file and as a value."""
    yield "spaces", fill(" ")
    yield "newlines", fill("\n")
    yield "carriage returns", fill("\r")
    yield "tabs", fill("\t")
    yield "blanks and newlines", fill("   \n")
    yield "hashes", fill("#")
    yield "comments", fill("# \n")
    yield "comments behind blanks", fill(" #\n")
    yield "dashes", fill("-")
    yield "dashes and blanks", fill("- ")
    yield "items", fill("- a\n")
    yield "empty items", fill("-\n")
    yield "question marks", fill("? ")
    yield "question mark lines", fill("?\n")
    yield "colons", fill(":")
    yield "colons and blanks", fill(": ")
    yield "colon lines", fill(":\n")
    yield "words and colons", fill("a:")
    yield "keys in one line", fill("a: ")
    yield "brackets", fill("[")
    yield "closing brackets", fill("]")
    yield "empty lists", "[" + fill("[],", SIZE - 2) + "]"
    yield "braces", fill("{")
    yield "maps in maps", fill("{a: ")
    yield "lists in maps", fill("{a: [")
    yield "keys of lists", fill("[? ")
    yield "commas", "[" + fill(",", SIZE - 1)
    yield "words and commas", "[" + fill("a,", end="]")
    yield "double quotes", fill('"')
    yield "single quotes", fill("'")
    yield "an open string", '"' + fill("a", SIZE - 1)
    yield "a string of quotes", "'" + fill("''", SIZE - 2) + "'"
    yield "escapes", '"' + fill("\\u2028", SIZE - 2) + '"'
    yield "escaped line ends", '"' + fill("\\\n", SIZE - 2) + '"'
    yield "blank lines in a string", '"a' + fill("\n", SIZE - 4) + 'b"'
    yield "a long word", fill("a")
    yield "a long line", fill("a ")
    yield "a plain scalar of many lines", fill("a\n")
    yield "blank lines in a scalar", "a" + fill("\n", SIZE - 2) + "b"
    yield "a long key", fill("a", SIZE - 4) + ": b"
    yield "a long quoted key", '"' + fill("a", SIZE - 6) + '": b'
    yield "a long key in a list", "[" + fill("a", SIZE - 8) + ": b]"
    yield "keys of 1,000", fill("a" * 1000 + ": b\n")
    yield "ampersands", fill("&")
    yield "anchors", lines("- &a{0} a\n", 400_000)
    yield "one anchor again", fill("- &a b\n")
    yield "a long anchor", "&" + fill("a", SIZE - 4) + " b"
    yield "asterisks", fill("*")
    yield "aliases", "- &a a\n" + lines("- *a\n", 199_990)
    yield "aliases of a list", "- &a [a]\n" + lines("- *a\n", 99_990)
    yield "aliases too many", "- &a [a]\n" + lines("- *a\n", 500_000)
    yield "unknown aliases", lines("- *a{0}\n", 190_000)
    yield "aliases as keys", "- &a a\n- {" + lines("*a : b, ", 90_000) + "}"
    yield "anchors and aliases", lines("- &a{0} a\n- *a{0}\n", 99_000)
    yield "a growing bomb", "a0: &a0 [x, x]\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(60))
    yield "many bombs", "- &a [" + "x," * 400 + "]\n" + fill("- [*a, *a, *a]\n", SIZE - 1000)
    yield "exclamation marks", fill("!")
    yield "tags", fill("- !a b\n")
    yield "long tags", fill("- !" + "a" * 1000 + " b\n")
    yield "a tag before a list", fill("!a [")
    yield "percent signs", fill("%")
    yield "directives", fill("%A b\n")
    yield "documents", fill("---\n")
    yield "document ends", fill("...\n")
    yield "documents with words", fill("--- a\n")
    yield "literal scalars", fill("- |\n a\n")
    yield "a literal scalar", "|\n" + fill(" a\n", SIZE - 2)
    yield "a folded scalar", ">\n" + fill(" a\n", SIZE - 2)
    yield "folded blank lines", ">\n a\n" + fill("\n", SIZE - 8) + " b"
    yield "a literal scalar of blanks", "|\n" + fill(" ", SIZE - 2)
    yield "blank lines before a literal", "|\n" + fill(" \n", SIZE - 8) + "a: b"
    yield "indented more and more", "".join(" " * i + "a:\n" for i in range(n(4000)))
    yield "bars", fill("|")
    yield "greater signs", fill(">")
    yield "ats", fill("@")
    yield "backquotes", fill("`")
    yield "NULs", fill("\0")
    yield "controls", fill("\x01")
    yield "wide characters", fill("\u4e2d", (SIZE - 100) // 3)
    yield "byte order marks", fill("\ufeff", (SIZE - 100) // 3)
    yield "line separators", '"' + fill("\u2028", (SIZE - 100) // 3) + '"'
    yield "the same key", fill("a: b\n")
    yield "the same key in braces", "{" + fill("a: b, ", 1_200_000, "}")
    yield "merge keys", fill("<<: a\n")
    yield "keys alike", lines("key-{0}: a\n", 99_990)
    yield "keys alike in braces", "{" + lines("key-{0}: a, ", 99_990) + "}"
    yield "empty keys", "{" + fill(": a, ", 900_000, "}")
    yield "lists as keys", "{" + fill("[a]: b, ", 500_000, "}")
    yield "list keys", fill("? [a]\n: b\n", 800_000)
    yield "numbers", "- " + fill("9", SIZE - 2)
    yield "many numbers", fill("- 123456789012345678901234567890\n")
    yield "one byte too much", " " * (SIZE + 1)
    yield "carets", fill("a: [\n")
    yield "wrong indentation", fill("a:\n b\n c: d\n")
    yield "tab indentation", fill("a:\n\tb: c\n")
    yield "invalid bytes", b"\xff" * SIZE
    yield "continued bytes", b"\x80a" * (SIZE // 2)


# ------------------------------------------------------------------------------------------------------ questionnaires

def question(id, more="type: yes-no"):
    return f"- {{id: {id}, ask: A, {more}}}\n"


def survey(questions, before=""):
    return before + HEAD + "- id: s\n  title: T\n  questions:\n" + "".join("  " + q for q in questions)


def questionnaires():
    several = range(n(4990))
    some = range(n(400))
    deep = "(" * 250 + "q0" + ")" * 250
    wide = "q0" + " && q0" * n(2700)
    yield "no question at all", survey([])
    yield "keys alike at the top", HEAD + lines("title-{0}: T\n", 99_000)
    yield "keys alike in a question", survey([question("q0") + lines("    title-{0}: T\n", 90_000)])
    yield "keys alike in many", survey([question(f"q{i}", "type: yes-no, titel: x, asc: y, hlp: z") for i in several])
    yield "scales alike", (HEAD.replace("sections:", "scales: {" + lines("scale-{0}: [{{value: 0, label: L}}], ", 20_000) + "}\nsections:") +
         "- {id: s, title: T, questions: [" + lines("{{id: q{0}, type: scale, scale: scale-x{0}, ask: A}}, ", 4000) + "]}")
    yield "a scale without end", (HEAD.replace("sections:", "scales: {a: [" + lines("{{value: {0}, label: L}}, ", 35_000) + "]}\nsections:") +
         "- {id: s, title: T, questions: [{id: q, type: scale, scale: a, ask: A}]}")
    yield "a scale of one value", (HEAD.replace("sections:", "scales: {a: [" + lines("{{value: 1, label: L}}, ", 35_000) + "]}\nsections:") +
         "- {id: s, title: T, questions: [{id: q, type: scale, scale: a, ask: A}]}")
    yield "questions", survey([question(f"q{i}") for i in several])
    yield "too many questions", survey([question(f"q{i}") for i in range(n(20_000))])
    yield "one question again", survey([question("q0") for _ in several])
    yield "sections", HEAD + lines("- {{id: s{0}, title: T, questions: [{{id: q{0}, type: yes-no, ask: A}}]}}\n", 4990)
    yield "sections without questions", HEAD + lines("- {{id: s{0}, title: T, questions: []}}\n", 20_000)
    yield "options", survey([question("q0", "type: choice, options: [" + lines("{{id: o{0}, label: L}}, ", 35_000) + "]")])
    yield "options everywhere", survey([question(f"q{i}", "type: choices, options: [" + lines("{{id: o{0}, label: L}}, ", 64) + "]") for i in range(n(600))])
    yield "exclusive without end", survey([question("q0", "type: choices, options: [{id: a, label: A}], exclusive: [" + "a, " * n(190_000) + "]")])
    yield "unknown exclusives", survey([question("q0", "type: choices, options: [{id: a, label: A}], exclusive: [" + lines("a{0}, ", 190_000) + "]")])
    yield "a chain of conditions", survey([question("q0")] + [question(f"q{i}", f"type: yes-no, when: q{i - 1}") for i in several[1:]])
    yield "one condition for all", survey([question("q0")] + [question(f"q{i}", "type: yes-no, when: q0") for i in several[1:]])
    yield "all in one condition", (survey([question(f"q{i}") for i in range(n(2000))] + [question(f"x{i}", "type: yes-no, when: \"" + " || ".join(
            f"q{(i * 7 + k) % n(2000)}" for k in range(n(1800))) + "\"") for i in range(n(400))]))
    yield "names alike", (survey([question(f"question_number_{i}") for i in range(n(2500))] + [question(f"x{i}", f"type: yes-no, when: question_numbr_{i}")
                                                                                         for i in range(n(2400))]))
    yield "deep expressions", survey([question("q0")] + [question(f"x{i}", f'type: yes-no, when: "{deep}"') for i in several[1:]])
    yield "wide expressions", survey([question("q0")] + [question(f"x{i}", f'type: yes-no, when: "{wide}"') for i in some])
    yield "expressions that are too long", survey([question("q0")] + [question(f"x{i}", f'type: yes-no, when: "{wide}{wide}"') for i in range(n(200))])
    yield "expressions of minus signs", (survey([question("q0", "type: number, min: 0, max: 9")] + [
            question(f"x{i}", f'type: yes-no, when: "{"-" * n(16_000)}q0 > 0"') for i in some]))
    yield "expressions of exclamation marks", survey([question("q0")] + [question(f"x{i}", f'type: yes-no, when: "{"!" * 250}q0"') for i in several[1:]])
    yield "comparisons", (survey([question("q0", "type: number, min: 0, max: 9000")] + [question(f"x{i}", 'type: yes-no, when: "' + " || ".join(
            f"q0>{(k * 7919) % 9000}" for k in range(n(1500))) + '"') for i in some]))
    yield "tests of options", (survey([question("q0", "type: choice, options: [" + lines("{{id: o{0}, label: L}}, ", 64) + "]")] + [
            question(f"x{i}", 'type: yes-no, when: "' + " || ".join(f"q0=='o{k % 64}'" for k in range(n(1100))) + '"') for i in some]))
    yield "lists in expressions", (survey([question("q0", "type: number, integer: true, min: 0, max: 9")] + [
            question(f"x{i}", f'type: yes-no, when: "q0 in [{",".join(map(str, range(n(1024))))}]"') for i in range(n(1500))]))
    yield "strings in expressions", (survey([question("q0")] + [question(f"x{i}", "type: yes-no, when: \"'" + "a" * n(16_000) + "'.contains('" + "a" * 300 + "b')\"")
                                                              for i in some]))
    yield "questions in a row", survey([question("q0")] + [question(f"x{i}", 'type: yes-no, when: "' + "q0?q0:" * 200 + 'q0"') for i in range(n(4000))])
    yield "a carriage return a line", survey([question(f"q{i}") for i in several]).replace("\n", "\r")
    yield "mistakes in a long line", survey(["- {" + lines("a{0}: b, ", 90_000) + "}\n"])
    yield "mistakes in long expressions", survey([question("q0")] + [question(f"x{i}", f'type: yes-no, when: "{wide} && q00"') for i in some])
    yield "no values", survey([question(f"q{i}", "type: , help: , why: , when: ") for i in several])


# -------------------------------------------------------------------------------------------------------------- rules

PARTNER = survey([question("target", "type: choice, required: true, options: [{id: r0, label: L}]"), question("flag"),
                  question("n", "type: number, integer: true, min: 0, max: 1000000"),
                  question("few", "type: choices, options: [" + lines("{{id: o{0}, label: L}}, ", 60) + "]")])


def role(requirements=("",), rungs=1, more="", head=""):
    return (RULES_HEAD + head + "target: target\nrungs: [" + lines("{{id: r{0}, title: T}}, ", rungs) + "]\n"
            "dimensions: [{id: d, title: T, weight: 1}]\nverdicts: [{id: v, title: T}]\n" + more + "requirements:\n" + "".join(requirements))


def need(i, more="target: 3, attained: \"flag ? 3 : 0\""):
    return f"- {{id: n{i}, title: T, dimension: d, importance: 1, basis: judgement, {more}}}\n"


def rules():
    one = [need(0)]
    many = n(9000)
    action = "{{id: a{0}, title: T, kind: course, months: [1, 1], raises: {{n0: 3}}, after: [{1}]}}, "
    yield "requirements", role(map(need, range(many)))
    yield "rungs", role(one, rungs=30_000)
    yield "requirements at rungs", role(map(need, range(n(5000))), rungs=64)
    yield "one requirement again", role([need(0)] * many)
    yield "dimensions", role(one, head="facts: [" + lines("{{label: L, value: V}}, ", 35_000) + "]\n")
    yield "unknown dimensions", role(map(need, range(many))).replace("dimension: d", "dimension: dd")
    yield "verdicts", role(one).replace("verdicts: [", "verdicts: [" + lines("{{id: v{0}, title: T, at-least: 5}}, ", 25_000))
    yield "actions in a chain", role(one, more="actions: [" + "".join(action.format(i, f"a{i - 1}" if i else "") for i in range(n(9000))) + "]\n")
    yield "actions in a ring", role(one, more="actions: [" + "".join(action.format(i, f"a{(i + 1) % many}") for i in range(n(9000))) + "]\n")
    yield "many rings", role(one, more="actions: [" + "".join(action.format(i, f"a{i ^ 1}") for i in range(many // 2 * 2)) + "]\n")
    yield "actions behind each other", role(one, more="actions: [" + "".join(action.format(i, ", ".join(f"a{k}" for k in range(i))) for i in range(n(550))) + "]\n")
    yield "all rings", role(one, more="actions: [" + "".join(action.format(i, ", ".join(f"a{k}" for k in range(n(550)) if k != i)) for i in range(n(300))) + "]\n")
    yield "ladders of actions", (role(one, more="actions: [" + "".join(
            action.format(i, f"a{i - i % 2 - 2}, a{i - i % 2 - 1}" if i > 1 else "") for i in range(n(8000))) + "]\n"))
    yield "unknown actions", role(one, more="actions: [" + "".join(action.format(i, f"aa{i}") for i in range(n(9000))) + "]\n")
    yield "raises without end", (role(map(need, range(n(3000))), more="actions: [{id: a, title: T, kind: course, months: [1, 1], raises: {" +
                                    lines("n{0}: 3, ", 3000) + lines("m{0}: 3, ", 60_000) + "}}]\n"))
    yield "notes", role(one, more="notes: [" + lines("{{id: x{0}, title: T, text: T, when: flag}}, ", 17_000) + "]\n")
    yield "notes with long conditions", role(one, more="notes: [" + lines("{{id: x{0}, title: T, text: T, when: \"" + "flag || " * n(1900) + "flag\"}}, ", 450) + "]\n")
    yield "examples", role(one, more="examples: [" + lines("{{name: e{0}, answers: {{target: r0, flag: true}}, expect: {{verdict: v}}}}, ", 14_000) + "]\n")
    yield "examples of many requirements", (role(map(need, range(n(1000))), rungs=20, more="examples: [" + lines(
            "{{name: e{0}, answers: {{target: r0}}, expect: {{verdict: v}}}}, ", 500) + "]\n"))
    yield "examples that fail", role(one, more="examples: [" + lines("{{name: e{0}, answers: {{target: r0}}, expect: {{score: [1, 2]}}}}, ", 14_000) + "]\n")
    yield "unknown answers", role(one, more="examples: [{name: e, expect: {}, answers: {" + lines("flagg{0}: true, ", 90_000) + "}}]\n")
    yield "allowed without end", role(one, more="allow: [" + lines("{{code: RG0706, at: [q{0}], reason: R}}, ", 22_000) + "]\n")
    yield "unknown codes", role(one, more="allow: [" + lines("RG{0:04}, ", 190_000) + "]\n")
    yield "levels", role([need(0, 'target: 3, attained: "3", levels: {' + lines("{0}: L, ", 90_000) + "}")])
    yield "targets by rung", role([need(i, "attained: \"3\", target: {" + lines("r{0}: 3, ", 64) + "}") for i in range(n(1300))], rungs=64)
    yield "unknown rungs", role([need(i, "attained: \"3\", target: {" + lines("rr{0}: 3, ", 64) + "}") for i in range(n(1300))], rungs=64)
    yield "wide numbers", role(need(i, "target: 3, attained: n") for i in range(n(3000)))
    yield "sums of numbers", role(need(i, 'target: 3, attained: "' + "n + " * n(3000) + '1"') for i in range(n(600)))
    yield "sets of options", role(need(i, 'target: 3, attained: "' + " + ".join(f"('o{k}' in few ? 1 : 0)" for k in range(60)) + '"') for i in range(n(3000)))
    yield "sizes of sets", role(need(i, "target: 3, attained: size(few)") for i in range(n(3000)))
    yield "products", role(need(i, 'target: 3, attained: "n * n * n * n * n"') for i in range(n(3000)))

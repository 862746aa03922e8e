#!/usr/bin/python3
"""Whatever words stand in content, names and remarks: in every format they are text, and nothing else.

check_words.py WRITE_REPORTS LIST N     own words, and every N-th of LIST (JSON; it may be missing)

Each report is read by a parser that is not ours, and has to have the same structure as a report in
which all words are "x".
"""
import base64
import csv
import html.parser
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

OWN = [
    "<script>alert(1)</script>", "</title><h1>x", "</style><style>", "</svg><img src=x onerror=y>",
    "\" onload=\"x", "' onload='x", "&lt;b&gt; &amp;amp; &#60;", "<!-- x --> -->", "]]>", "{{7*7}}",
    "javascript:alert(1)", "x\nBcc: y", "url(http://example.com/x.png)",
    "# heading", "## x ##", "- item", "+ item", "* item", "1. item", "12) item", "> quote", "=", "---",
    "===", "***", "    code", "\tcode", "```", "~~~", "`code`", "**strong**", "_em_ __em__", "*", "**",
    "[x](http://example.com)", "![x](http://example.com/x.png)", "[x]: http://example.com", "<http://a.b>",
    "http://example.com/a_b", "https://x.y", "www.example.com", "WWW.example.com", "ftp://x.y/z", "me@example.com",
    "mailto:me@example.com", "@somebody and @x", "see #12 and #x", ":smile: :+1:", "~~gone~~ ~x~", "| a | b |",
    "a | b\n--- | ---", "$x$ $$y$$", "[^1] [^1]: x", "- [ ] task", "back\\slash \\", "&copy; &#169; &nbsp;", "x  \ny", "x\\\ny",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "a,b", "a\"b", "\"", "a\r\nb", ";", "'x", " x ", "",
    "   ", "\u00a0x\u00a0", "\u3000", "\u200b", "\ufeff", "\ufffe", "\u202ex", "\u2066x", "\u2028x", "\x1b[31mx", "\x07",
    "\x7f", "\u0085", "\u009b31mx", "e\u0301\u0301\u0301", "患者", "مرحبا", "👩‍👩‍👧", "{0} {1} {}", "%s%n", "x" * 3000, "x " * 800,
]

GUARDED = "=+-@\t\r\n"


class Structure(html.parser.HTMLParser):
    """Tags with their attributes, outside pictures; and all text."""

    VOID = {"meta", "rect", "line", "br", "hr", "img"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.pieces, self.svg, self.style = [], [], 0, False

    def handle_starttag(self, tag, attributes):
        self.svg += tag == "svg"
        self.style = self.style or tag == "style"
        for name, value in attributes:
            if name in ("src", "href", "style", "action", "srcset") or name.startswith("on"):
                raise AssertionError(f"<{tag} {name}={value!r}>")
            if "url(" in (value or "") and not value.startswith("url(#p"):
                raise AssertionError(f"<{tag} {name}={value!r}>")
        if not self.svg:
            self.tags.append((tag, tuple(attributes)))

    def handle_endtag(self, tag):
        self.svg -= tag == "svg"
        self.style = self.style and tag != "style"
        if not self.svg and tag != "svg":
            self.tags.append("/" + tag)

    def handle_data(self, data):
        if not self.style:
            self.pieces.append(data)


def read_html(text):
    page = Structure()
    page.feed(text)
    page.close()
    return page.tags, spaced("".join(page.pieces))


def spaced(text):
    return " ".join(text.split())


def all_words(path, step):
    words = [word.encode("utf-8", "surrogatepass") for word in OWN] + [b"\xff\xfe", b"\xc3(", b"x\x80y"]
    if path.exists():
        listed = json.loads(path.read_text(encoding="utf-8"))
        found = [word.encode("utf-8", "surrogatepass") for category in listed["categories"].values()
                 for word in category["strings"]]
        raw = listed.get("base64", [])
        for entries in (raw.values() if isinstance(raw, dict) else [raw]):
            entries = entries.get("strings", []) if isinstance(entries, dict) else entries
            found += [base64.b64decode(entry) for entry in entries]
        words += found[::step]
    return [word for word in words if b"\0" not in word]


def check_html(text, shown, plain):
    tags, said = read_html(text)
    assert tags == plain["html"] or not shown.strip(), "the page has another structure"
    assert spaced(shown) in said, "the page does not say it"
    assert len(text.encode()) < 200_000 or len(shown) > 200, "the page is too large"


def render(command, text):
    return subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def check_markdown(text, shown, plain):
    for name, command in plain["readers"].items():
        tags, said = read_html(render(command, text))
        if shown.strip():
            assert tags == plain[name], f"{name} sees another structure"
        assert spaced(shown) in said, f"{name} does not say it"
        assert not {"a", "img", "code", "pre", "table", "del", "blockquote", "hr"} & {tag[0] for tag in tags}, name


def check_csv(raw, word):
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
    assert raw.endswith(b"\r\n") and rows and all(None not in row and None not in row.values() for row in rows)
    for row in rows:
        for key in ("id", "title", "dimension", "need", "evidence", "basis", "source"):
            assert row[key][:1] not in GUARDED or row[key] == "", f"a formula: {row[key]!r}"
        for key in ("target", "attained-low", "loss-high"):
            float(row[key])
        if word.isprintable():
            assert row["title"] == ("'" if word[:1] and word[:1] in GUARDED else "") + word, row["title"]


def check_json(text, word):
    report = json.loads(text)
    assert report["session"]["name"] == word and report["requirements"][0]["title"] == word


def check(folder, line, raw, plain):
    def read(suffix):
        return (folder / f"{line}{suffix}").read_bytes()
    shown = read(".line").decode("utf-8")
    check_html(read(".html").decode("utf-8"), shown, plain)
    check_markdown(read(".md").decode("utf-8"), shown, plain)
    try:
        word = raw.decode("utf-8")
    except UnicodeDecodeError:
        word = None
    check_csv(read(".csv"), word if word is not None else "\n")
    if word is not None:
        check_json(read(".json").decode("utf-8"), word)
    else:
        json.loads(read(".json").decode("utf-8"))


def main():
    writer, listed, step = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    words = [b"x"] + all_words(listed, step)
    readers = {"cmark": ["cmark"], "cmark-gfm": ["cmark-gfm", "-e", "autolink", "-e", "strikethrough", "-e", "table"]}
    readers = {name: command for name, command in readers.items() if shutil.which(name)}
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([writer, "words", name], input="".join(word.hex() + "\n" for word in words).encode(), check=True)
        plain = {"readers": readers, "html": read_html((folder / "0.html").read_text(encoding="utf-8"))[0]}
        for reader, command in readers.items():
            plain[reader] = read_html(render(command, (folder / "0.md").read_text(encoding="utf-8")))[0]
        for line, raw in enumerate(words):
            try:
                check(folder, line, raw, plain)
            except (AssertionError, ValueError, csv.Error) as problem:
                failures += 1
                print(f"{raw[:60]!r}: {problem}")
    print(f"{len(words)} words, {', '.join(readers) or 'no reader of Markdown'}: {failures} failures")
    return 1 if failures or not readers else 0


if __name__ == "__main__":
    sys.exit(main())

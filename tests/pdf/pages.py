#!/usr/bin/env python3
"""Reports as PDF, seen with pdfinfo, pdftotext, pdftohtml and pdftoppm.

    pages.py --rung PATH --without PATH --content DIR [--built] [--strings FILE]

--without is a command that was built without PDF; --built says that the other one was built with it. The people are the
examples of the shipped rules, and somebody half of whose questions are open.
"""
import argparse
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

import yaml

TOOLS = ("pdfinfo", "pdftotext", "pdftohtml", "pdftoppm")
MOST_PAGES = 7
PAPERS = {"a4": (595, 842), "letter": (612, 792)}
MARGIN = 0.05                   # of the page: nothing is drawn there
EVERY = 12                      # of the examples: each takes seconds, with sanitizers
faults = []


def check(true, what):
    if not true:
        faults.append(what)


def run(*words, env=None, fine=True, text=True):
    done = subprocess.run([str(word) for word in words], env=env, stdin=subprocess.DEVNULL, capture_output=True)
    if fine and done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {done.stderr[:500].decode(errors='replace')}")
    return done.stdout.decode("utf-8", errors="replace") if text and fine else done


class House:
    """A home with sessions in it."""

    def __init__(self, options, home):
        self.options = options
        self.env = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.home = home

    def rung(self, *words, fine=True, text=True, content=None, command=None, **env):
        command = command or self.options.rung
        return run(command, *words, "--content", content or self.options.content, env={**self.env, **env}, fine=fine, text=text)

    def take(self, role, name, answers, content=None):
        path = os.path.join(self.home, "answers.json")
        with open(path, "w") as file:
            json.dump(answers, file)
        self.rung("take", role, "--name", name, "--answers", path, "--no-input", content=content)

    def pdf(self, name, *words, content=None, **env):
        path = os.path.join(self.home, "report.pdf")
        self.rung("report", name, "--force", "-o", path, *words, content=content, **env)
        return path

    def bytes(self, name, *words, **env):
        with open(self.pdf(name, *words, **env), "rb") as file:
            return file.read()


def pages_of(path, layout="-layout"):
    return run("pdftotext", *([layout] if layout else []), path, "-").split("\f")[:-1]


def plain(text):
    """Letters and digits alone: how lines are broken and what stands between them does not matter."""
    return re.sub(r"[\W_]+", "", text)


# --- What stands on the pages ------------------------------------------------------------------------------------------------
def check_words(house, name, path):
    """All that Markdown says of headings, stories and cards, in its order."""
    said = plain(run("pdftotext", path, "-"))
    markdown = house.rung("report", name, "--format", "markdown")
    headings = [re.sub(r"\\(.)", r"\1", line[3:]) for line in markdown.splitlines() if line.startswith("## ")]
    at = 0
    for heading in headings:
        found = said.find(plain(heading), at)
        check(found >= 0, f"{name}: \"{heading}\" is not there, or not in its place")
        at = max(at, found)
    check(len(headings) > 5, f"{name}: only {len(headings)} headings")
    return headings


def check_structure(name, path, headings):
    info = run("pdfinfo", path)
    fields = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    fields = {key: value.strip() for key, value in fields.items()}
    check(fields["Tagged"] == "yes", f"{name}: not tagged")
    check(fields.get("Title", "").endswith("how ready you are"), f"{name}: titled {fields.get('Title')}")
    check(name in fields.get("Subject", ""), f"{name}: its subject is {fields.get('Subject')}")
    check(1 <= int(fields["Pages"]) <= MOST_PAGES, f"{name}: {fields['Pages']} pages")
    tree = [line.split()[0] for line in run("pdfinfo", "-struct", path).splitlines()]
    for tag, least, most in (("Document", 1, 1), ("H1", 1, 1), ("H2", len(headings), len(headings)), ("Figure", 2, 9),
                             ("Caption", 2, 9), ("Table", 2, 99), ("TR", 5, 999), ("TH", 5, 999), ("TD", 5, 999),
                             ("L", 3, 999), ("LI", 9, 999), ("LBody", 9, 999), ("P", 9, 9999)):
        check(least <= tree.count(tag) <= most, f"{name}: {tree.count(tag)} of {tag}")
    check("Page 1 of" not in run("pdfinfo", "-struct-text", path), f"{name}: the foot of a page is read aloud")


def check_outline(name, path, headings):
    xml = run("pdftohtml", "-xml", "-i", "-stdout", path)
    items = [(int(page), text) for page, text in re.findall(r'<item page="(\d+)">(.*?)</item>', xml)]
    pages = pages_of(path)
    check([plain(text) for _, text in items[1:]] == [plain(heading) for heading in headings], f"{name}: outline {items}")
    for page, text in items:
        check(plain(text) in plain(pages[page - 1]), f"{name}: \"{text}\" is not on page {page}, where the outline leads")


def check_breaks(name, path, headings):
    """No page ends with a heading, and no card is cut."""
    pages = pages_of(path)
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        check(lines[-1].endswith(f"Page {number} of {len(pages)}"), f"{name}: page {number} ends with {lines[-1]}")
        check(not any(plain(lines[-2]) == plain(heading) for heading in headings), f"{name}: page {number} ends with a heading")
        cards = [line for line in lines if re.match(r"\d+\.\s+.*costs [\d.]+ points?$", line)]
        needed = [line for line in lines if re.match(r"Needed\s", line)]
        check(len(needed) >= len(cards), f"{name}: page {number} cuts a card: {len(cards)} titles, {len(needed)} in full")
        check(len(lines) > 3, f"{name}: page {number} is all but empty")


def check_margins(name, path):
    """What is drawn stays inside of the margins, on paper of every kind."""
    for image in run("pdftoppm", "-r", "36", "-gray", path, text=False, fine=False).stdout.split(b"P5\n")[1:]:
        size, _, dots = image.split(b"\n", 2)
        width, height = map(int, size.split())
        side, edge = int(width * MARGIN), int(height * MARGIN / 2)
        ink = [(x, y) for y in range(height) for x in range(width)
               if dots[y * width + x] < 200 and not (side <= x < width - side and edge <= y < height - edge)]
        check(not ink, f"{name}: drawn in the margin, at {ink[:3]} of {width}x{height}")


def check_person(house, name):
    headings = check_words(house, name, house.pdf(name))
    for paper, size in PAPERS.items():
        path = house.pdf(name, "--paper", paper)
        found = tuple(round(float(part)) for part in re.search(r"Page size: +([\d.]+) x ([\d.]+)", run("pdfinfo", path)).groups())
        check(found == size, f"{name}: {found} on {paper}")
        check_structure(name, path, headings)
        check_outline(name, path, headings)
        check_breaks(name, path, headings)
        check_margins(name, path)


# --- The same everywhere -----------------------------------------------------------------------------------------------------
def check_same(house, name):
    first = house.bytes(name, "--paper", "a4")
    time.sleep(1.1)             # a clock that was read would show
    for env in ({}, {"TZ": "Pacific/Kiritimati"}, {"LC_ALL": "ja_JP.UTF-8"}, {"LC_ALL": "C", "LANG": "ar_EG"}):
        check(house.bytes(name, "--paper", "a4", **env) == first, f"other bytes with {env}")
    piped = house.rung("report", name, "--format", "pdf", "--paper", "a4", text=False, fine=False)
    check(piped.stdout == first, "other bytes through a pipe")


def check_papers(house, name):
    for env, paper in (({"LC_ALL": "en_US.UTF-8"}, "letter"), ({"LC_ALL": "de_DE.UTF-8"}, "a4"), ({"LC_ALL": "C"}, "a4"),
                       ({"LC_ALL": "", "LC_PAPER": "es_MX"}, "letter"), ({"LC_ALL": "", "LC_PAPER": "en_GB", "LANG": "en_US"}, "a4"),
                       ({"LC_ALL": "", "LANG": "en_CA.UTF-8@x"}, "letter"), ({"LC_ALL": "en"}, "a4")):
        check(house.bytes(name, **env) == house.bytes(name, "--paper", paper), f"{env} is not printed on {paper}")


# --- What is refused ---------------------------------------------------------------------------------------------------------
def said_to_terminal(house, *words):
    ours, theirs = pty.openpty()
    child = subprocess.Popen([house.options.rung, *words, "--content", house.options.content], env={**house.env, "TERM": "xterm"},
                             stdin=theirs, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    said = child.communicate()[1].decode()
    os.close(ours)
    return child.returncode, said


def check_refused(house, name):
    status, said = said_to_terminal(house, "report", name, "--format", "pdf")
    check(status == 2 and "-o FILE" in said, f"a terminal is told {status} {said!r}")
    folder = os.path.join(house.home, "no-fonts")
    os.makedirs(folder)
    with open(os.path.join(folder, "fonts.conf"), "w") as file:
        file.write(f"<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>")
    done = house.rung("report", name, "--format", "pdf", fine=False, FONTCONFIG_FILE=os.path.join(folder, "fonts.conf"))
    check(done.returncode == 1 and b"no font" in done.stderr and not done.stdout, f"without fonts: {done.returncode} {done.stderr!r}")


def check_without(house, name):
    path = os.path.join(house.home, "none.pdf")
    done = house.rung("report", name, "-o", path, fine=False, command=house.options.without)
    check(done.returncode == 1 and b"built without PDF" in done.stderr and b"libcairo2-dev" in done.stderr, f"without PDF: {done}")
    check(not os.path.exists(path), "without PDF a file is written")
    check(b"%PDF" not in done.stdout, "without PDF something is written")
    text = house.rung("report", name, command=house.options.without)
    check("how ready you are" in text, "without PDF there is no report at all")


# --- Hostile text ------------------------------------------------------------------------------------------------------------
def hostile_strings(path):
    with open(path) as file:
        for category in json.load(file)["categories"].values():
            yield from category.get("strings", [])


def fit_for_content(text):
    """Content with control characters or overrides of direction is refused before there is a report."""
    return text.strip() and len(text) < 5000 and not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") for c in text)


def check_hostile(house, strings):
    """Every string as what a role says of another: it comes out as text."""
    texts = [text for text in strings if fit_for_content(text)]
    folder = os.path.join(house.home, "hostile")
    shutil.copytree(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../cli/content"), folder)
    path = os.path.join(folder, "rules/barista.yaml")
    with open(path) as file:
        rules = yaml.safe_load(file)
    rules["related"] = [{"id": f"career{number}", "title": f"Career {number}", "text": text} for number, text in enumerate(texts)]
    with open(path, "w") as file:
        json.dump(rules, file, ensure_ascii=False)      # JSON is YAML
    house.take("barista", "hostile", {}, content=folder)
    said = run("pdftotext", house.pdf("hostile", content=folder), "-")
    # Where text runs from right to left, pdftotext puts embeddings of its own around it.
    check(not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202d\u202e\u2066-\u2069]", said), "an unsafe character is on the page")
    said = plain(said)
    simple = [text for text in texts if re.fullmatch(r"[ -~]+", text) and plain(text)]
    lost = [text for text in simple if plain(text) not in said]
    check(not lost, f"{len(lost)} of {len(simple)} texts are not on the page: {lost[:3]}")
    check(len(simple) > 100, f"only {len(simple)} texts were looked for")


# --- People ------------------------------------------------------------------------------------------------------------------
def people(content):
    with open(os.path.join(content, "rules/patient-liaison.yaml")) as file:
        examples = yaml.safe_load(file)["examples"]
    for number, example in enumerate(examples[:2] + examples[3::EVERY]):
        yield f"person{number}", example["answers"]
    answers = examples[1]["answers"]
    yield "halfway", dict(list(answers.items())[:len(answers) // 2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for option in ("rung", "without", "content"):
        parser.add_argument(f"--{option}", required=True)
    parser.add_argument("--built", action="store_true")
    parser.add_argument("--strings", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rung-pdf-") as home:
        house = House(options, home)
        names = []
        for name, answers in people(options.content):
            house.take("patient-liaison", name, answers)
            names.append(name)
        check_without(house, names[0])
        missing = [tool for tool in TOOLS if not shutil.which(tool)]
        if options.built and missing and not faults:
            print(f"skipped: there is no {missing[0]}")
            return 77
        if options.built:
            for name in names:
                check_person(house, name)
            check_same(house, names[1])
            check_papers(house, names[0])
            check_refused(house, names[0])
            if os.path.exists(options.strings):
                check_hostile(house, list(hostile_strings(options.strings)))
    print("\n".join(faults) or f"{len(names)} people, {'all is well' if options.built else 'without PDF'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

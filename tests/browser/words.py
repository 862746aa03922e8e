#!/usr/bin/python3
"""Strange words come out as words, in Chromium, in LibreOffice and in a PDF: words.py RUNG SOURCE"""
import csv
import functools
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as xml

from browser import Browser
from people import Desk
import page
import strange

ROLE = "patient-liaison"
PERSON = "School leaver"
NOTED = 12    # questions with a note
FIRST = 10 ** 6  # of the places where the person writes
ROUNDS = 4
LONGEST = 120       # seconds
LONGEST_NAME = 200  # bytes

# The page as Chromium took it: [[shape, text]...]. A picture is one thing: its labels are broken
# into lines by their length.
READ = """
const rows = [["title", document.title]];
function read(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (rows.at(-1)[0] === "text") rows.at(-1)[1] += node.data; else rows.push(["text", node.data]);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) { rows.push(["a strange node", node.nodeName]); return; }
  if (node.tagName === "svg") {
    const names = [...new Set([...node.querySelectorAll("*")].map(part => part.tagName))];
    rows.push(["svg " + names.sort().join(" "), node.textContent]);
    return;
  }
  const attributes = [...node.attributes];
  rows.push([`<${node.tagName} ${attributes.map(a => a.name).join(" ")}>`,
             attributes.map(a => a.value).join(" | ")]);
  node.childNodes.forEach(read);
  rows.push([`</${node.tagName}>`, ""]);
}
read(document.body);
return [rows, document.head.querySelectorAll("*").length, "ran" in window];"""

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


class Round:
    """A person's session in the role, with texts that `use` gives."""

    def __init__(self, options, folder, use):
        desk = Desk(*options, folder, content=folder)
        strange.write_role(desk, ROLE, folder, use)
        person = strange.Writer(use, FIRST)
        answers = next(answers for role, name, answers in desk.examples()
                       if role == ROLE and name.startswith(PERSON))
        self.session = desk.take(ROLE, answers | {"own_story": person.text()},
                                 person.text())
        for question in list(answers)[:NOTED]:
            desk.run("note", self.session, f"{question}={person.text()}")
        self.desk = desk

    def read_page(self, browser):
        path = self.desk.report(self.session, "html")
        browser.requests(), browser.complaints()
        browser.open(path)
        rows, heads, ran = browser.run(READ)
        wrong = [sentence for _, sentence in page.ask(browser, ["inert"])]
        wrong += [sentence for _, sentence in page.left(browser, path)]
        if ran:
            wrong.append("a script ran")
        shapes = [[shape, text.replace(self.session, "SESSION")] for shape, text in rows]
        return [["head", str(heads)], *shapes], wrong

    def read_pdf(self):
        """Its letters, as pdftotext finds them; "" where rung writes no PDF."""
        if b"|pdf" not in self.desk.run("help", "report"):
            return ""
        path = self.desk.report(self.session, "pdf")
        told = subprocess.run(["pdftotext", path, "-"], capture_output=True, timeout=LONGEST,
                              check=True).stdout.decode()
        return letters(told)

    def read_rows(self):
        with open(self.desk.report(self.session, "csv"), encoding="utf-8", newline="") as file:
            return list(csv.reader(file, strict=True))


def letters(text):
    """Without blanks, and without hyphens: pdftotext drops them at the end of a line."""
    return "".join(unicodedata.normalize("NFKC", text).replace("-", "").split())


def lost(text, places, use):
    """Strings that are not in the text of a PDF. Those of ASCII: the others depend on the fonts."""
    for word in sorted({strange.shown(use(place)) for place in places}):
        if word.isascii() and letters(word) not in text:
            yield f"not in the PDF: {word!r}"


# --- LibreOffice -----------------------------------------------------------------------------------
def cells_of(path):
    """Rows of (value type, formula, text) as the spreadsheet has them."""
    for row in xml.parse(path).iter(TABLE + "table-row"):
        cells = []
        for cell in row.iter(TABLE + "table-cell"):
            text = "\n".join("".join(spelled(part)) for part in cell.iter(TEXT + "p"))
            one = (cell.get(OFFICE + "value-type"), cell.get(TABLE + "formula"), text)
            cells += [one] * min(50, int(cell.get(TABLE + "number-columns-repeated", "1")))
        yield cells


def spelled(node):
    yield node.text or ""
    for part in node:
        yield " " * int(part.get(TEXT + "c", "1")) if part.tag == TEXT + "s" else "".join(spelled(part))
        yield part.tail or ""


def open_in_office(folder, rows):
    path = pathlib.Path(folder, "rows.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                    "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", folder, path],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LONGEST, check=True)
    return [cells for cells in cells_of(path.with_suffix(".fods")) if any(text for *_, text in cells)]


def wrong_cells(rows, opened):
    if len(rows) != len(opened):
        yield f"{len(rows)} rows became {len(opened)}"
    for row, cells in zip(rows, opened):
        for text, (kind, formula, found) in zip(row, cells):
            if formula is not None:
                yield f"{text!r} became the formula {formula!r}"
            elif kind == "string" and text.split() != found.split():
                yield f"{text!r} became {found!r}"


def places_in(texts):
    return {int(mark) for text in texts for mark in strange.MARK.findall(text)}


class Words:
    """Which string stands at a place, in a round: at `places` one after the other."""

    def __init__(self, places):
        self.anywhere = strange.strings()
        self.in_content = [string for string in self.anywhere if strange.allowed(string)]
        # What people type is taken without the blanks around it.
        self.said = [string.strip("\t\n\v\f\r ") for string in self.anywhere
                     if len(string.encode()) <= LONGEST_NAME]
        self.rank = {place: rank for rank, place in enumerate(places)}

    def at(self, number, place):
        words = self.said if place >= FIRST else self.in_content
        return words[(self.rank.get(place, place) + number * len(words) // ROUNDS) % len(words)]


def main():
    options, wrong, rows, seen = sys.argv[1:], [], [], set()
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        marked = Round(options, pathlib.Path(folder, "marked"), lambda place: f"Zq{place}x")
        plain, found = marked.read_page(browser)
        wrong += found
        cells = places_in(cell for row in marked.read_rows() for cell in row)
        on_page = places_in(text for _, text in plain)
        in_pdf = places_in([marked.read_pdf()])
        words = Words([*sorted(cells), *sorted(on_page - cells)])
        for number in range(ROUNDS):
            use = functools.partial(words.at, number)
            there = Round(options, pathlib.Path(folder, str(number)), use)
            reading, found = there.read_page(browser)
            wrong += [*found, *strange.differences(plain, reading, use)]
            wrong += lost(there.read_pdf(), in_pdf, use)
            rows += there.read_rows()[1 if rows else 0:]
            for where, places in (("page", on_page), ("sheet", cells)):
                seen.update((where, use(place)) for place in places)
        wrong += wrong_cells(rows, open_in_office(folder, rows))
    wrong += [f"not tried on a {where}: {word!r}" for where in ("page", "sheet")
              for word in words.in_content if (where, word) not in seen]
    print(f"{len(words.in_content)} strings at {len(on_page)} places of a page, "
          f"{len(in_pdf)} of a PDF, {len(rows)} rows of a sheet")
    for sentence in wrong:
        print(sentence)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

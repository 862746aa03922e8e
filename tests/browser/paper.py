#!/usr/bin/python3
"""Reports on paper: paper.py RUNG SOURCE A4|Letter [--pictures DIR]

Every example of the shipped rules is printed. Nothing that belongs together
may be cut by the end of a page or of a column, no heading may stand last, and no report may have
more than MOST_PAGES pages. How that is seen: every box gets a colour of its own, all letters are
made invisible, and the colours are looked for on the printed pages.
"""
import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile

from browser import PAPERS, Browser
from people import Desk

MOST_PAGES = 5
DOTS = 36  # an inch of the pages that are looked through
GAP = 4    # dots without a box that make two columns of it
LONGEST = 60

# Gives each box its colour: [{colour, what, whole, next}...]. What is `whole` must not be cut;
# `next` is the colour of what has to begin on the same page.
PAINT = """
const found = [], style = document.head.appendChild(document.createElement("style"));
style.textContent = `* {color: transparent !important; background: none !important;
  border-color: transparent !important; print-color-adjust: exact !important}
  svg * {visibility: hidden} .rung-box {background: var(--rung-box) !important}`;
const parts = number => [number & 15, number >> 4 & 15, number >> 8].map(part => part * 15 + 10);
const boxes = new Map();
function paint(node, whole) {
  if (!boxes.has(node)) {
    const box = {colour: parts(boxes.size), whole, next: null,
                 what: `<${node.tagName.toLowerCase()}> "${node.textContent.trim().slice(0, 40)}"`};
    node.classList.add("rung-box");
    node.style.setProperty("--rung-box", `rgb(${box.colour.join()})`);
    boxes.set(node, box);
  }
  return boxes.get(node);
}
const printed = selector => [...document.querySelectorAll(selector)]
  .filter(node => !node.closest("details") && node.getClientRects().length);
for (const node of printed("svg[role=img], li, tr, h1, h2, h3, h4")) paint(node, true);
for (const heading of printed("h2, h3, h4, figcaption")) {
  let next = heading.nextElementSibling;
  if (next && next.matches("ul, ol, dl, figure")) next = next.firstElementChild;
  if (next) paint(heading, true).next = paint(next, false).colour;
}
return [...boxes.values()].slice(0, 4096);"""


def read_picture(path):
    """(width, bytes) of a PPM file: three bytes a dot."""
    data = path.read_bytes()
    head, rest = data.split(b"\n", 3)[:3], data.split(b"\n", 3)[3]
    assert head[0] == b"P6" and head[2] == b"255", head
    return int(head[1].split()[0]), rest


def columns_of(path):
    """{colour: columns of dots where it stands} of one page."""
    width, dots = read_picture(path)
    found = collections.defaultdict(set)
    for at in range(0, len(dots), 3):
        if dots[at:at + 3] != b"\xff\xff\xff":
            found[tuple(dots[at:at + 3])].add(at // 3 % width)
    return found


def is_split(columns):
    ordered = sorted(columns)
    return any(b - a > GAP for a, b in zip(ordered, ordered[1:]))


def cuts(boxes, pages):
    """What is wrong with the painted `boxes` on `pages`: [{colour: columns}]."""
    where = collections.defaultdict(list)
    for number, page in enumerate(pages, 1):
        for colour in page:
            where[colour].append(number)
    for box in boxes:
        colour, what = tuple(box["colour"]), box["what"]
        on = where[colour]
        if box["whole"] and len(on) > 1:
            yield f"{what} is on pages {on}"
        if box["whole"] and any(is_split(pages[number - 1][colour]) for number in on):
            yield f"{what} is in two columns"
        if box["next"] and on and where[tuple(box["next"])][:1] != on[:1]:
            yield f"{what} stands last on page {on[0]}"


def look(browser, path, paper, folder):
    """(pages, what is cut)."""
    browser.open(path)
    boxes = browser.run(PAINT)
    browser.print(folder / "painted.pdf", paper)
    for old in folder.glob("page*.ppm"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-aa", "no", "-aaVector", "no",
                    folder / "painted.pdf", folder / "page"], timeout=LONGEST, check=True)
    pages = [columns_of(page) for page in sorted(folder.glob("page*.ppm"))]
    return len(pages), list(cuts(boxes, pages))


def take_pictures(browser, path, paper, stem):
    browser.open(path)
    browser.print(f"{stem}.pdf", paper)
    subprocess.run(["pdftoppm", "-r", "70", "-png", f"{stem}.pdf", stem], timeout=LONGEST,
                   check=True)


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rung")
    words.add_argument("source")
    words.add_argument("paper", choices=PAPERS)
    words.add_argument("--pictures", metavar="DIR")
    options = words.parse_args()
    wrong, counts = 0, collections.Counter()
    with tempfile.TemporaryDirectory() as name, Browser() as browser:
        folder = pathlib.Path(name)
        desk = Desk(options.rung, options.source, folder)
        for number, (role, example, answers) in enumerate(desk.examples()):
            path = desk.report(desk.take(role, answers, "somebody"), "html")
            pages, found = look(browser, path, options.paper, folder)
            counts[pages] += 1
            if pages > MOST_PAGES:
                found.append(f"{pages} pages")
            for sentence in found:
                print(f"{role}: {example}: on {options.paper}: {sentence}")
            wrong += len(found)
            if options.pictures:
                take_pictures(browser, path, options.paper,
                              f"{options.pictures}/{number}-{options.paper}")
    for pages, count in sorted(counts.items()):
        print(f"{options.paper}: {count} reports of {pages} pages")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""The checks of pages notice what they are for: sound.html passes, and each fault of faults.txt is
found. checks.py"""
import pathlib
import sys
import tempfile

from browser import Browser
import page

HERE = pathlib.Path(__file__).parent
SOUND = (HERE / "sound.html").read_text(encoding="utf-8")


def cases():
    """(check, what is there, what takes its place)."""
    lines = (HERE / "faults.txt").read_text(encoding="utf-8").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("#"))
    for block in filter(None, (part.strip() for part in text.split("\n\n"))):
        rule, there, instead = block.split("\n")
        yield rule, there, "" if instead == "(nothing)" else instead


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        at = pathlib.Path(folder, "page.html")
        at.write_text(SOUND, encoding="utf-8")
        for rule, sentence in page.faults(browser, at):
            print(f"sound.html: {rule}: {sentence}")
            wrong += 1
        for rule, there, instead in cases():
            if SOUND.count(there) < 1:
                sys.exit(f"faults.txt: sound.html has no {there}")
            at.write_text(SOUND.replace(there, instead, 1), encoding="utf-8")
            if rule not in {found for found, _ in page.faults(browser, at)}:
                print(f"not noticed by {rule}: {there} -> {instead}")
                wrong += 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

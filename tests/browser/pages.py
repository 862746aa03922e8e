#!/usr/bin/python3
"""Reports in a browser, as people look at them: pages.py RUNG SOURCE [--pictures DIR]

With --pictures what a person sees is left in DIR, as PNG files.
"""
import argparse
import pathlib
import sys
import tempfile

from browser import Browser
from people import Desk
import page

LARGEST = 200 * 1024  # bytes of a page


def take_pictures(browser, path, folder):
    browser.open(path)
    for name, view, _ in page.VIEWS:
        browser.view(**view)
        browser.pictures(pathlib.Path(folder, f"{path.stem}-{name.replace(' ', '-')}"))


def main():
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rung")
    words.add_argument("source")
    words.add_argument("--pictures", metavar="DIR")
    options = words.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        desk = Desk(options.rung, options.source, folder)
        for name, session in desk.looked_at():
            path = desk.report(session, "html").rename(pathlib.Path(folder, f"{name}.html"))
            found = page.faults(browser, path)
            if path.stat().st_size > LARGEST:
                found.append(("size", f"{path.stat().st_size} bytes"))
            for rule, sentence in found:
                print(f"{name}: {rule}: {sentence}")
            wrong += len(found)
            if options.pictures:
                take_pictures(browser, path, options.pictures)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

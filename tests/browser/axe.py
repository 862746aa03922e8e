#!/usr/bin/python3
"""axe-core's opinion of the reports: axe.py RUNG SOURCE

axe-core is no package of Debian. It is taken from the file that RUNG_AXE names, or from where npm
put it: build/axe (./bootstrap test --browser asks npm for it), or its global folder. Where there is
none, nothing was tested, and the status is 77: skipped.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from browser import Browser
from people import Desk
import page

SKIPPED = 77
INSTALLED = "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASK = """const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: arguments[0]}).then(
  found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
    [rule.id, rule.help, node.target.join(" ")]))),
  failed => done([["axe", String(failed), ""]]));"""


def places(source):
    if os.environ.get("RUNG_AXE"):
        yield pathlib.Path(os.environ["RUNG_AXE"])
    yield pathlib.Path(source, "build/axe", INSTALLED)
    try:
        told = subprocess.run(["npm", "root", "--global"], capture_output=True, text=True,
                              timeout=30, check=True).stdout.strip()
        yield pathlib.Path(told).parent / INSTALLED
    except (OSError, subprocess.SubprocessError):
        return


def main():
    rung, source = sys.argv[1:]
    script = next((path for path in places(source) if path.is_file()), None)
    if not script:
        print("SKIPPED: axe-core is not there; RUNG_AXE=axe.min.js says where it is")
        sys.exit(SKIPPED)
    axe, wrong = script.read_text(encoding="utf-8"), 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        desk = Desk(rung, source, folder)
        for name, session in desk.looked_at():
            path = desk.report(session, "html")
            for view in ({"width": 360}, {"width": 1280, "scheme": "dark"}):
                browser.view(**view)
                browser.open(path)
                browser.run(page.OPENED, True)
                browser.run(axe)
                for rule, means, where in browser.run_later(ASK, RULES):
                    print(f"{name}: {rule}: {means}: {where}")
                    wrong += 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

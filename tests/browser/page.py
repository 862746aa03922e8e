"""What one page must be, whoever looks at it and with what."""
import pathlib

CHECKS = pathlib.Path(__file__).with_name("checks.js").read_text(encoding="utf-8")

# What does not depend on how the page is looked at, and what does.
ALWAYS = ["language", "title", "headings", "landmarks", "ids", "tables", "inert"]
LAID_OUT = ["width", "overlaps", "targets"]
COLOURED = ["letters", "graphics", "scheme"]

# (name, view, checks). The narrowest is a window of 1280 pixels at 400 % (WCAG 1.4.10).
VIEWS = [
    ("a phone", {"width": 360}, ALWAYS + LAID_OUT + COLOURED),
    ("a phone in the dark", {"width": 360, "scheme": "dark"}, COLOURED),
    ("a tablet", {"width": 800}, LAID_OUT),
    ("a desk", {"width": 1280}, LAID_OUT + COLOURED),
    ("a desk in the dark", {"width": 1280, "scheme": "dark"}, COLOURED),
    ("a desk with colours of its own", {"width": 1280, "forced": "active"}, COLOURED),
    ("the same in the dark", {"width": 1280, "forced": "active", "scheme": "dark"}, COLOURED),
    ("a narrow window", {"width": 320}, LAID_OUT),
    ("a narrow window with large letters", {"width": 320, "letters": 32}, LAID_OUT),
]

# Roles that say nothing without a name, as the browser tells them to assistive technology.
NAMED = {"image", "img", "table", "region", "link", "button", "DisclosureTriangle"}

SPACING = """const style = document.head.appendChild(document.createElement("style"));
style.textContent = "* {letter-spacing: .12em !important; word-spacing: .16em !important;"
    + "line-height: 1.5 !important} p {margin-bottom: 2em !important}";"""
OPENED = 'for (const at of document.querySelectorAll("details")) at.open = arguments[0];'
STOPS = """const stops = [...document.querySelectorAll("a[href], button, summary, input, [tabindex]")]
    .filter(node => node.checkVisibility());"""
COUNT = STOPS + "return stops.length"
FOCUSED = STOPS + """const at = document.activeElement, style = getComputedStyle(at);
return [stops.indexOf(at), at.tagName,
    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2]"""


def ask(browser, names):
    return {tuple(wrong) for wrong in browser.run(CHECKS, names)}


def unnamed(browser):
    for node in browser.devtools("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value")
        if not node["ignored"] and role in NAMED and not node.get("name", {}).get("value"):
            yield "names", f"a thing of the role {role} has no name"


def unreachable(browser):
    """From the top, Tab comes to everything that can be opened, in its order, and one sees where one is."""
    for number in range(browser.run(COUNT)):
        browser.press("Tab")
        at, kind, visible = browser.run(FOCUSED)
        if at != number:
            yield "keyboard", f"Tab comes to {kind} {at} in place of {number}"
            return
        if not visible:
            yield "keyboard", f"one does not see that {kind} {at} has the focus"


def unopened(browser):
    for number in range(browser.run('return document.querySelectorAll("summary").length')):
        browser.run('document.querySelectorAll("summary")[arguments[0]].focus()', number)
        browser.press("Enter")
        if not browser.run('return document.querySelectorAll("details")[arguments[0]].open', number):
            yield "keyboard", f"Enter does not open part {number}"


def in_view(browser, name, view, checks):
    browser.view(**view)
    for opened in (False, True):
        browser.run(OPENED, opened)
        for rule, wrong in ask(browser, checks):
            yield rule, f"on {name}{', opened' if opened else ''}: {wrong}"
    browser.run(OPENED, False)


def with_spacing(browser):
    """Letters set wider, as some people need them (WCAG 1.4.12)."""
    browser.view(width=360)
    browser.run(SPACING)
    for rule, wrong in ask(browser, ["width", "overlaps"]):
        yield rule, f"with letters set wider: {wrong}"


def left(browser, path):
    """Nothing is loaded and nothing is blocked: the page needs no more than itself."""
    address = pathlib.Path(path).as_uri()
    for asked in browser.requests():
        if asked != address:
            yield "requests", f"the page asks for {asked[:80]}"
    for complaint in browser.complaints():
        yield "requests", f"the browser says: {complaint[:160]}"


def faults(browser, path):
    """(rule, sentence) for each thing that is wrong with the page."""
    found = []
    browser.requests(), browser.complaints()
    browser.view(width=360)
    browser.open(path)
    for name, view, checks in VIEWS:
        found += in_view(browser, name, view, checks)
    for check in (unnamed, unreachable, unopened, with_spacing):
        found += check(browser)
    return found + list(left(browser, path))

#!/usr/bin/python3
"""A resume at a terminal: what it proposes is shown with where it comes from, taken only by Enter, and
whatever stands in it, nothing of it reaches the terminal raw.

usage: resume.py RUNG CONTENT [NAME...]"""

import json

from person import squeezed
from terminal import Terminal, check, main

LIAISON = {
    "education": [{"institution": "City College", "area": "Nursing", "studyType": "BSN",
                   "startDate": "2010-09", "endDate": "2014-06"}],
    "certificates": [{"name": "CPSR", "issuer": "Guild"}],
    "work": [{"name": "Mercy", "position": "Patient Representative", "startDate": "2015-01",
              "endDate": "2019-12"},
             {"name": "Hill Clinic", "position": "Nurse", "startDate": "2020-01",
              "endDate": "Present"}],
    "skills": [{"name": "Epic", "level": "Advanced"}],
    "languages": [{"language": "Spanish", "fluency": "Native"}],
}
EVIL = "\x1b[31m\x1b]0;pwned\x07\u009b2J\u202egnp\u2066 \u2028"
ROLES = ("patient-liaison", "patient-care-coordinator")


def write(box, resume):
    path = f"{box.home}/resume.json"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(resume, file)
    return path


def take(box, role, path, *words, **more):
    """At the question behind the aim."""
    terminal = Terminal(box, "take", role, "--from", path, *words, **more)
    terminal.prompt()
    return terminal


def at(terminal, question):
    return squeezed(terminal.line(f":goto {question}"))


def answers(box):
    return box.answers(box.sessions()[0]["id"])


def shown_and_taken_by_enter(box):
    path = write(box, LIAISON)
    for role in ROLES:
        for words, width in (((), 80), ((), 40), (("--plain",), 80)):
            with take(box, role, path, *words, width=width) as terminal:
                terminal.line("2")
                shown = at(terminal, "education")
                check("From your resume (BSN, Nursing at City College 2010" in shown, "no origin", terminal)
                check("Bachelor's degree (about four years) Enter accepts it." in shown, "no proposal", terminal)
                check(len(answers(box)) == 1, f"taken silently: {answers(box)}")
                terminal.line("")
                check(answers(box)["education"] == "bachelor", f"Enter took {answers(box)}")
                shown = at(terminal, "credentials")
                check("From your resume (CPSR, Guild)" in shown, "no certificate", terminal)
                terminal.line("none")
                check(answers(box)["credentials"] == "none", f"not overruled: {answers(box)}")
                shown = at(terminal, "years_patient")
                check("Patient Representative at Mercy 2015" in shown and "Nurse at Hill Clinic since 2020" in shown,
                      "no work", terminal)
                shown = at(terminal, "ehr_practice")
                check("From your resume (Epic, Advanced): only you can say how far that goes." in shown,
                      "no skill", terminal)
                shown = squeezed(terminal.line(""))
                check("Please" in shown and "ehr_practice" not in answers(box), "a skill was taken", terminal)


def languages(box):
    with take(box, "patient-liaison", write(box, LIAISON)) as terminal:
        terminal.line("2")
        check("From your resume (Spanish, Native)" in at(terminal, "culture_practice"), "no language", terminal)


def nothing_raw(box):
    """In every text of it."""
    def spoil(value):
        if isinstance(value, dict):
            return {key: spoil(one) for key, one in value.items()}
        if isinstance(value, list):
            return [spoil(one) for one in value]
        return value + EVIL

    resume = spoil(LIAISON)
    resume["work"][0].update(startDate="2015", endDate="2019-99" + EVIL)  # a date that is told
    resume["work"][1].update(startDate="2020", endDate="2022")
    path = write(box, resume)
    for words, locale in (((), "C.UTF-8"), (("--plain",), "C.UTF-8"), ((), "C")):
        with take(box, "patient-liaison", path, *words, LC_ALL=locale) as terminal:
            terminal.line("2")
            for question in ("education", "credentials", "years_patient", "ehr_practice", "culture_practice"):
                check("From your resume" in at(terminal, question), f"{question}: nothing shown", terminal)
            for bytes_ in (b"\x1b[31m", b"\x1b]0;", b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xe2\x80\xa8"):
                check(bytes_ not in terminal.raw, f"{bytes_!r} is on the screen")


main([shown_and_taken_by_enter, languages, nothing_raw])

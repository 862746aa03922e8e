#!/usr/bin/python3
"""What is private is in a report, and not in one that is redacted: redact.py RUNG SOURCE

In every format that `rung help report` offers: the name, the session, the notes and what the
person wrote as an answer. A PDF is read by pdftotext; without that its part is not tested.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

RUNG, SOURCE = sys.argv[1:]
NAME, NOTE, ANSWER = "Quillfeather", "Rosenwasser", "Halbmondgasse"
ANSWERS = {"target_rung": "junior", "setting": "clinic", "background": "service", "education": "school",
           "own_story": f"It was in {ANSWER} that I began."}
WITH_NAME = {"text", "markdown", "html", "json", "pdf"}  # a sheet of requirements says nothing of a person


def run(environment, *words):
    done = subprocess.run([RUNG, *words], env=environment, stdin=subprocess.DEVNULL, timeout=60,
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"rung {' '.join(words)}: {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def read(kind, report):
    """The words of a report; None where nothing reads it."""
    if kind != "pdf":
        return report.decode()
    if not shutil.which("pdftotext"):
        return None
    # What is written about the file counts, too.
    told = [subprocess.run([*words, "-"], input=report, capture_output=True, check=True).stdout.decode()
            for words in (["pdfinfo"], ["pdftotext", "-"])]
    return "".join(told)


def check(environment, kind, secrets):
    whole = read(kind, run(environment, "report", "--format", kind))
    redacted = read(kind, run(environment, "report", "--format", kind, "--redact"))
    if whole is None:
        print(f"{kind}: NOT TESTED, there is no pdftotext")
        return []
    wrong = [f"{kind}: {secret} is in what is redacted" for secret in secrets if secret in redacted]
    if kind in WITH_NAME:
        wrong += [f"{kind}: {secret} is not in the whole report" for secret in (NAME, NOTE)
                  if secret not in whole]
    if len(redacted) < len(whole) / 2:
        wrong.append(f"{kind}: more is left out than what is private")
    return wrong


def main():
    with tempfile.TemporaryDirectory() as folder:
        environment = {"HOME": folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                       "RUNG_STORE": f"{folder}/rung.db", "RUNG_CONTENT": SOURCE}
        with open(f"{folder}/answers.json", "w", encoding="utf-8") as file:
            json.dump(ANSWERS, file)
        run(environment, "take", "patient-liaison", "--name", NAME, "--no-input",
            "--answers", f"{folder}/answers.json")
        session = json.loads(run(environment, "report", "--json"))["session"]["id"]
        run(environment, "note", session, f"education=Told {NOTE} about it")
        offered = re.search(r"--format (\S+\|\S+)", run(environment, "help", "report").decode())[1]
        secrets = (NAME, NOTE, ANSWER, session)
        wrong = [sentence for kind in offered.split("|") for sentence in check(environment, kind, secrets)]
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()

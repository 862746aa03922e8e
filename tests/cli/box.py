"""A rung with a store of its own, for tests that ask it many things."""
import json
import os
import subprocess
import sys


class Box:
    """A store of its own."""

    def __init__(self, rung, folder, content):
        self.rung = rung
        self.store = os.path.join(folder, "store.db")
        self.environment = dict(os.environ, RUNG_STORE=self.store, RUNG_CONTENT=content)

    def run(self, *words, given=None):
        done = subprocess.run([self.rung, *words], input=given, capture_output=True, text=True,
                              env=self.environment)
        if done.returncode != 0:
            sys.exit(f"rung {' '.join(words)}: {done.returncode}\n{done.stderr}")
        return done.stdout

    def json(self, *words):
        return json.loads(self.run(*words, "--json"))

    def bytes(self):
        found = {}
        for name in os.listdir(os.path.dirname(self.store)):
            with open(os.path.join(os.path.dirname(self.store), name), "rb") as file:
                found[name] = file.read()
        return found


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}:\n  found    {found}\n  expected {expected}")

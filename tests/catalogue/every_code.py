#!/usr/bin/python3
"""Every code of the catalogue comes out in some case of tests/: it stands in what a case expects.

usage: every_code.py RUNG
"""
import json
import os
import re
import subprocess
import sys

TESTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir)

# Files that say what must come out: golden files, transcripts, tables of cases, tests in C.
EXPECTING = re.compile(r'expected\.txt|cases\.txt|.*\.t|.*\.test|test_.*\.c')


def expected_codes():
    codes = set()
    for folder, _, files in os.walk(TESTS):
        for name in filter(EXPECTING.fullmatch, files):
            with open(os.path.join(folder, name), encoding='utf-8', errors='replace') as file:
                codes.update(re.findall(r'\bRG\d{4}\b', file.read()))
    return codes


def main():
    listed = subprocess.run([sys.argv[1], 'help', 'codes', '--json'], stdout=subprocess.PIPE,
                            check=True)
    codes = {kind['code'] for kind in json.loads(listed.stdout.decode())}
    missing = sorted(codes - expected_codes())
    if missing or not codes:
        sys.exit('no case expects ' + ', '.join(missing))
    print('%d codes come out in some case' % len(codes))


if __name__ == '__main__':
    main()

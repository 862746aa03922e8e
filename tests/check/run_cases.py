#!/usr/bin/python3
"""What `rung check` says about whole folders of content: each folder of cases/ is one, and
expected.txt is what comes out of `rung check --content .` in it, with the exit status. A file
`words` holds further words of the command. Together with those of tests/content/bad they have
every diagnostic of the catalogue.

usage: run_cases.py RUNG [CASE...]       RUNG_BLESS=1 writes what comes out
"""
import difflib
import json
import os
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, 'cases')
BAD = os.path.join(HERE, os.pardir, 'content', 'bad')

# What is not about files of content: answers that are no map, JSON, what only `rung eval` meets;
# and a file of more than 8 MiB, which tests/content makes.
ELSEWHERE = {'RG0103', 'RG0202', 'RG0501', 'RG0901', 'RG0902', 'RG0903', 'RG0904', 'RG0905'}


def read(path):
    if not os.path.exists(path):
        return ''
    with open(path, encoding='utf-8') as file:
        return file.read()


def outcome(rung, folder):
    words = shlex.split(read(os.path.join(folder, 'words')))
    done = subprocess.run([rung, 'check', '--content', '.', *words], cwd=folder,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT,
                          env={'HOME': folder, 'LC_ALL': 'C.UTF-8'})
    return '%sexit status %d\n' % (done.stdout.decode('utf-8'), done.returncode)


def differs(rung, name):
    folder = os.path.join(CASES, name)
    golden = os.path.join(folder, 'expected.txt')
    got = outcome(rung, folder)
    if os.environ.get('RUNG_BLESS') == '1':
        with open(golden, 'w', encoding='utf-8') as file:
            file.write(got)
        return False
    expected = read(golden)
    if got == expected:
        return False
    print(name)
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), got.splitlines(True),
                                               'expected', 'came out'))
    return True


def codes_without_case(rung):
    text = ''.join(read(os.path.join(folder, name, 'expected.txt'))
                   for folder in (CASES, BAD) for name in os.listdir(folder))
    done = subprocess.run([rung, 'help', 'codes', '--json'], stdout=subprocess.PIPE)
    codes = {kind['code'] for kind in json.loads(done.stdout.decode('utf-8'))}
    return sorted(code for code in codes - ELSEWHERE if '[%s]' % code not in text)


def main():
    rung = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or sorted(os.listdir(CASES))
    bad = sum(differs(rung, name) for name in names)
    missing = codes_without_case(rung)
    if missing:
        sys.exit('no case has ' + ', '.join(missing))
    if bad:
        sys.exit('%d of %d cases differ' % (bad, len(names)))


if __name__ == '__main__':
    main()

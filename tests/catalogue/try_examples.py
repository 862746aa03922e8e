#!/usr/bin/python3
"""Every example of the catalogue does what its help says.

For each kind that `rung help codes --json` lists, its wrong lines give its code, and only its code
where it is an error (a proof may lead to others); its right lines give no error and not this code. The lines are put into the
files of frame/, at the place that `where` names.

usage: try_examples.py RUNG [CODE...]
"""
import json
import os
import re
import subprocess
import sys
import tempfile

FRAME = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'frame')

# Examples that write bytes as \xNN.
AS_BYTES = {'RG0103', 'RG0203', 'RG0204', 'RG0205'}
# What a few lines cannot show: limits, and rules that find another file than they name.
CUT_SHORT = {'RG0102', 'RG0120', 'RG0166', 'RG0202', 'RG0315', 'RG0411', 'RG0799', 'RG0905'}

# What only a line of `rung score` meets, which tells it without its code.
WITHOUT_CODE = {'RG0501'}


def key_of(line):
    found = re.match(r'([\w-]+|"[^"]*"|\? .*):(\s|$)', line)
    return found.group(1) if found else None


def blocks(lines):
    """[(key, lines)]: each key with what belongs to it; lines before the first have the key None."""
    out = []
    for line in lines:
        key = key_of(line)
        if key or not out:
            out.append((key, []))
        out[-1][1].append(line)
    return out


def merged(example, lines):
    """The example, and behind it the keys of `lines` that it does not set."""
    mine = {key for key, _ in blocks(example)}
    theirs = [line for key, part in blocks(lines) if key not in mine for line in part]
    return example + theirs


def put_into(text, where, example):
    """The text with the example at `where`; None if there is no such place."""
    lines = text.split('\n')
    for at, line in enumerate(lines):
        if line.strip() != '# in ' + where:
            continue
        item = re.match(r'( *)- ', lines[at + 1])
        if not item:
            return '\n'.join(merged(example, lines[at + 1:]))
        indent = len(item.group(1))
        end = at + 2
        while end < len(lines) and re.match(' {%d}' % (indent + 2), lines[end]):
            end += 1
        own = [lines[n][indent + 2:] for n in range(at + 1, end)]
        new = [' ' * (indent + 2) + line for line in merged(example, own)]
        return '\n'.join(lines[:at + 1] + [' ' * indent + '-'] + new + lines[end:])
    return None


def as_bytes(code, text):
    raw = text.encode()
    if code in AS_BYTES:
        raw = re.sub(rb'\\x([0-9A-F]{2})', lambda m: bytes([int(m.group(1), 16)]), raw)
    return raw


class Bench:
    """A folder with the frame in it, changed for one example at a time."""

    def __init__(self, rung, folder):
        self.rung, self.folder = rung, folder
        self.frame = {}
        for name in ('questionnaire', 'rules'):
            with open(os.path.join(FRAME, name + '.yaml')) as file:
                self.frame[name] = file.read()
        for name in ('questionnaires', 'rules'):
            os.mkdir(os.path.join(folder, name))

    def run(self, *words):
        done = subprocess.run([self.rung, *words], capture_output=True, cwd=self.folder,
                              stdin=subprocess.DEVNULL,
                              env={'RUNG_CONTENT': self.folder, 'HOME': self.folder})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def write(self, name, raw):
        with open(os.path.join(self.folder, name), 'wb') as file:
            file.write(raw)

    def set_up(self, code, where, example):
        texts = dict(self.frame)
        if where == 'a whole questionnaire':
            texts['questionnaire'] = example
        else:
            for name, text in texts.items():
                texts[name] = put_into(text, where, example.split('\n')) or text
        changed = [name for name in texts if texts[name] != self.frame[name]]
        self.write('questionnaires/cafe.yaml', as_bytes(code, texts['questionnaire']))
        self.write('rules/cafe.yaml', as_bytes(code, texts['rules']))
        return changed

    def check(self, code, where, example):
        """The codes of what `rung check` says, and how severe they are."""
        changed = self.set_up(code, where, example)
        if not changed:
            raise SystemExit('%s: there is no place `%s` in the frame' % (code, where))
        words = [] if where != 'a whole questionnaire' else ['questionnaires/cafe.yaml']
        _, out, err = self.run('check', '--format', 'json', *words)
        said = [json.loads(line) for line in out.splitlines()]
        return [(one['code'], one['severity']) for one in said], out + err

    def told(self, *words):
        """The codes that a command writes to standard error."""
        _, out, err = self.run(*words)
        return [(code, severity)
                for severity, code in re.findall(r'(error|warning|note)\[(RG\d{4})\]', err)], err

    def said(self, code, where, example):
        if where == 'an expression':
            return self.told('eval', '--', as_bytes(code, example))
        if where == 'an answers file':
            self.set_up(code, where, example)
            self.write('answers.txt', as_bytes(code, example + '\n'))
            return self.told('take', 'cafe', '--answers', 'answers.txt', '--no-input')
        return self.check(code, where, example)


def problems(bench, kind):
    code, where = kind['code'], kind['where']
    if '…' not in kind['wrong'] and code not in WITHOUT_CODE:
        said, text = bench.said(code, where, kind['wrong'])
        others = [one for one in said if one[1] == 'error' and one[0] != code]
        if (code, kind['severity']) not in said:
            yield 'wrong does not give it', kind['wrong'], text
        elif others and kind['severity'] == 'error' and not code.startswith('RG07'):
            yield 'wrong gives other errors, too', kind['wrong'], text
    if '…' not in kind['right']:
        said, text = bench.said(code, where, kind['right'])
        if any(one[0] == code or one[1] == 'error' for one in said):
            yield 'right is not right', kind['right'], text


def main():
    rung, wanted = os.path.abspath(sys.argv[1]), set(sys.argv[2:])
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(rung, folder)
        kinds = json.loads(bench.run('help', 'codes', '--json')[1])
        for kind in kinds:
            if wanted and kind['code'] not in wanted:
                continue
            if '…' in kind['wrong'] and kind['code'] not in CUT_SHORT:
                bad += 1
                print('%s: the wrong lines are cut short' % kind['code'])
            for what, lines, text in problems(bench, kind):
                bad += 1
                print('%s: %s\n%s\n-----\n%s' % (kind['code'], what, lines, text))
    if bad or not kinds:
        sys.exit('%d examples fail' % bad)
    print('%d kinds tried' % len(kinds))


if __name__ == '__main__':
    main()

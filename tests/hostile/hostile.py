#!/usr/bin/env python3
"""Files that are hard to read, each given to `rung check`: it must end soon, in little memory, with a located message or
in peace.

    hostile.py --rung PATH [--foreign DIR] [--only WORDS] [--seconds S] [--megabytes M] [--scale S] [--top N]

Without --seconds and --megabytes only crashes and hangs are faults. What counts is processor time: the machine may be busy.
"""
import argparse
import concurrent.futures
import contextlib
import glob
import multiprocessing
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import cases

MOST_SAID = 4 * 1024 * 1024     # bytes of messages that are looked at
MOST_MEMORY = 2 * 1024 ** 3     # bytes; only where memory is measured, since sanitizers reserve far more
SHOWN = 40                      # faults
HANGS = 30                      # seconds after which nobody waits any longer
PLACE = re.compile(r"^[^\n]+:\d+:\d+: (error|warning|note)\[RG\d{4}\]: ", re.MULTILINE)
LINE = re.compile(r"^.{4001,}$", re.MULTILINE)


class Run(NamedTuple):
    name: str
    seconds: float
    megabytes: float
    status: object              # None: it hung
    fault: object


def given(options):
    """(name, files by path): what one run of `rung check` gets, in the order of its words."""
    for name, text in cases.yaml():
        yield "yaml: " + name, {"hostile.yaml": text}
        if isinstance(text, str) and len(text) < cases.SIZE - 1000:
            yield "questionnaire with " + name, {"hostile.yaml": "format: rung-questionnaire/1\nid:\n" + text}
            yield "rules with " + name, {"hostile.yaml": "format: rung-rules/1\nid:\n" + text}
    for name, text in cases.questionnaires():
        yield "questionnaire: " + name, {"hostile.yaml": text}
    for name, text in cases.rules():
        yield "rules: " + name, {"partner.yaml": cases.PARTNER, "hostile.yaml": text}
    if options.foreign:
        for path in sorted(glob.glob(os.path.join(options.foreign, "**", "*.yaml"), recursive=True)):
            with open(path, "rb") as file:
                data = file.read()
            for head in (b"", b"format: rung-questionnaire/1\n", b"format: rung-rules/1\n"):
                yield f"{head.decode().strip()} {os.path.relpath(path, options.foreign)}".strip(), {"hostile.yaml": head + data}


def produce(options, folder, queue):
    """Writes the files of one case after the other. A process of its own: memory that it once had would be counted as
    that of the children it starts."""
    for number, (name, files) in enumerate(given(options)):
        if options.only not in name:
            continue
        paths = []
        for file, text in files.items():
            paths.append(os.path.join(folder, f"{number}-{file}"))
            with open(paths[-1], "wb") as out:
                out.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        queue.put((name, paths))
    queue.put(None)


def run(options, name, paths):
    env = {"HOME": os.path.dirname(paths[0]), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen([options.rung, "check", *paths], env=env, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        if options.megabytes:               # what needs far more must not take the machine with it
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(child.pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        status, usage = wait(child)
        said.seek(0)
        text = said.read(MOST_SAID).decode(errors="replace")
    for path in paths:
        os.remove(path)
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    return Run(name, seconds, megabytes, status, fault_of(options, name, status, seconds, megabytes, text))


def wait(child):
    """(exit status or None, what it used)."""
    until = time.monotonic() + HANGS
    while True:
        pid, code, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(code)
            return child.returncode, usage
        if time.monotonic() > until:
            child.kill()
            _, code, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(code)
            return None, usage
        time.sleep(0.002)


def fault_of(options, name, status, seconds, megabytes, text):
    if status is None:
        return "hangs"
    if status not in (0, 3) or "Sanitizer" in text or "runtime error:" in text:
        return f"status {status}: {text[-600:]}"
    if status == 3 and not PLACE.search(text):
        return f"no place: {text[:300]}"
    if LINE.search(text):
        return f"a line of {max(map(len, text.splitlines()))} characters"
    if options.seconds and seconds > options.seconds * (cases.SECONDS if name.split(": ")[-1] in cases.OF_EXPRESSIONS else 1):
        return f"takes {seconds:.2f} s"
    if options.megabytes and megabytes > options.megabytes:
        return f"takes {megabytes:.0f} MB"
    return None


def run_all(options):
    with tempfile.TemporaryDirectory(prefix="rung-hostile-") as folder, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        queue = multiprocessing.Queue(2 * options.jobs)     # few at a time: they are large
        producer = multiprocessing.Process(target=produce, args=(options, folder, queue), daemon=True)
        producer.start()
        done = [pool.submit(work_off, options, queue) for _ in range(options.jobs)]
        return [run for share in done for run in share.result()]


def work_off(options, queue):
    runs = []
    while (case := queue.get()) is not None:
        runs.append(run(options, *case))
    queue.put(None)
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rung", required=True)
    parser.add_argument("--foreign", help="a folder of YAML files by others")
    parser.add_argument("--only", default="", help="words that the names of the cases must hold")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--megabytes", type=float)
    parser.add_argument("--scale", type=float, default=1.0, help="how large the files are; 1: as large as is read")
    parser.add_argument("--top", type=int, default=5, help="how many of the slowest and largest to show")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    cases.scale(options.scale)
    runs = run_all(options)
    faults = [r for r in runs if r.fault]
    for r in faults[:SHOWN]:
        print(f"{r.name}: {r.fault}")
    for r in sorted(runs, key=lambda r: -r.seconds)[:options.top]:
        print(f"{r.seconds:8.2f} s  {r.name}")
    for r in sorted(runs, key=lambda r: -r.megabytes)[:options.top]:
        print(f"{r.megabytes:7.0f} MB  {r.name}")
    print(f"{len(runs)} files, {len(faults)} faults")
    return 1 if faults or not runs else 0


if __name__ == "__main__":
    sys.exit(main())

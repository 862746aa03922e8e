#!/usr/bin/env python3
"""How long `rung check` takes, beside `rung show` of the same role, which loads the same files and proves nothing.

    check.py --rung PATH --content DIR      the shipped roles, and one of 2,000 questions and 1,000 requirements
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

LARGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "large.py")


def seconds(command):
    with tempfile.TemporaryDirectory() as home:
        env = {"HOME": home, "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
        start = time.perf_counter()
        run = subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        taken = time.perf_counter() - start
    if run.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)}: {run.stderr.decode(errors='replace')[-500:]}")
    return taken


def measure(name, rounds, limit, check, floor):
    """Rounds of both in turn, so that a machine that speeds up or slows down changes both."""
    pairs = [(seconds(check), seconds(floor)) for _ in range(rounds + 1)][1:]      # the first is to warm up
    ratios = sorted(a / b for a, b in pairs)
    taken = statistics.median(a for a, _ in pairs)
    late = taken > limit
    print(f"{name:14} {taken * 1e3:10.1f} ms   ratio to floor {statistics.median(ratios):6.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f})"
          + f"   more than {limit} s" * late)
    return late


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rung", required=True)
    parser.add_argument("--content", required=True)
    options = parser.parse_args()
    late = measure("check shipped", 7, 0.5, [options.rung, "check", "--content", options.content],
                   [options.rung, "show", "patient-liaison", "--content", options.content])
    with tempfile.TemporaryDirectory(prefix="rung-large-") as folder:
        subprocess.run([sys.executable, LARGE, folder], check=True)
        late |= measure("check large", 1, 10, [options.rung, "check", "--content", folder], [options.rung, "show", "large", "--content", folder])
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())

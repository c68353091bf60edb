#!/usr/bin/env python3
"""Recall and false alarms of the claim packs over labelled sentences, each an article of its own.

usage: sentences.py [--galley PROGRAM] [--misses] [FILE…]

A sentence of the field "page" stands between two plain paragraphs of a clinic, as most do; any other is an article of its own.
Each FILE (default: policy/sentences/tuning.tsv beside this file; held.tsv is for the final look only) has lines of a
label (unsafe, doubtful, near-miss), a field, and a sentence. A sentence is found when a claim rule speaks, loudly when it
is a warning or an error; what an article lacks (missing-…) does not count.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
BEFORE = """# Our clinic

The clinic offers laser, dental, and aesthetic treatments. Side effects and risks are listed below.

"""
AFTER = "\n\nCall the clinic about your skin, teeth, supplements, or veneers between nine and five.\n"
CONFIGURATION = """packs: [health-claims, medical-aesthetics, financial-promotions, green-claims]
corpus: [none.md]
"""


def claims_in(program, rows):
    """The claim findings in each row's sentence, by its number."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, ".galley.yaml"), "w", encoding="utf-8") as configuration:
            configuration.write(CONFIGURATION)
        for number, (_, field, sentence) in enumerate(rows):
            with open(os.path.join(folder, f"{number:05}.md"), "w", encoding="utf-8") as article:
                article.write(BEFORE + sentence + AFTER if field == "page" else sentence + "\n")
        run = subprocess.run([program, "check", "--format", "json", "--fail-on", "never", "."],
                             cwd=folder, capture_output=True, text=True, check=False)
    if not run.stdout:
        sys.exit(f"sentences: {program} printed nothing: {run.stderr.strip()}")
    found = defaultdict(list)
    for finding in json.loads(run.stdout)["findings"]:
        if finding["category"] == "claim" and ".missing-" not in finding["rule"]:
            found[int(finding["file"][:5])].append(finding)
    return found


def percent(part, whole):
    return f"{part}/{whole} ({100 * part / whole:.0f} %)" if whole else "–"


def measure(program, path, misses):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and line[0] != "#"]
    found = claims_in(program, rows)
    loud = {i for i, all_of in found.items() if any(f["severity"] != "suggestion" for f in all_of)}
    print(path)
    for label in ("unsafe", "doubtful", "near-miss"):
        numbers = [i for i, row in enumerate(rows) if row[0] == label]
        print(f"  {label}: any", percent(sum(i in found for i in numbers), len(numbers)),
              "loud", percent(sum(i in loud for i in numbers), len(numbers)))
    if not misses:
        return
    for i, (label, field, sentence) in enumerate(rows):
        if label == "near-miss" and i in found:
            rules = ", ".join(f["rule"] + "/" + f["severity"] for f in found[i])
            print(f"  flagged ({field}, {rules}): {sentence}")
        if label != "near-miss" and i not in found:
            print(f"  missed ({label}, {field}): {sentence}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--galley", default=os.path.join(HERE, "../../build/release/galley"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("files", nargs="*", default=[os.path.join(HERE, "policy/sentences/tuning.tsv")])
    options = parser.parse_args()
    for path in options.files:
        measure(os.path.abspath(options.galley), path, options.misses)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Precision and recall of galley over labelled pages.

usage: measure.py [--galley PROGRAM] [--misses] [--rules] [FOLDER…]

Each FOLDER (default: policy/tuning beside this file; policy/held is for the final look only) holds
`pages/` and `labels.jsonl`, one label a line: file, quote (exact words of the page), class (claim,
wording, spelling, contradiction), expect (must, should, trap), nth (which occurrence of the quote;
default the first), about (the rule that is expected to speak, where one is). A label is found when
a finding of its class overlaps the quote; a trap is tripped when a claim of severity warning or
error does. A missing-risk-disclosure label belongs to the page as a whole.

--misses lists what was missed, tripped, or found without a label; --rules adds a row for each rule.
"""
import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
SAME_CLASS = {"spelling": "wording"}  # an editor's slip counts whichever check sees it
DISCLOSURE = "missing-risk-disclosure"


def findings_of(program, folder):
    """All findings in the pages of a folder, by file name."""
    pages = os.path.join(folder, "pages")
    run = subprocess.run([program, "check", "--format", "json", "--fail-on", "never", "."],
                         cwd=pages, capture_output=True, text=True, check=False)
    if not run.stdout:
        sys.exit(f"measure: {program} printed nothing: {run.stderr.strip()}")
    report = json.loads(run.stdout)
    for error in report["errors"]:
        print("measure:", error["message"], file=sys.stderr)
    by_file = defaultdict(list)
    for finding in report["findings"]:
        by_file[os.path.basename(finding["file"])].append(finding)
    return by_file


def span_of(label, data):
    """Byte offsets of a label's quote in its page."""
    needle = label["quote"].encode()
    at = -1
    for _ in range(label.get("nth", 1)):
        at = data.find(needle, at + 1)
        if at < 0:
            sys.exit(f"measure: {label['file']} does not hold {label['quote']!r}")
    return at, at + len(needle)


def class_of(name):
    return SAME_CLASS.get(name, name)


def touches(finding, label, span):
    if class_of(finding["category"]) != class_of(label["class"]):
        return False
    if label.get("about") == DISCLOSURE:
        return finding["rule"].endswith(DISCLOSURE)
    begin, end = finding["offset"], finding["offset"] + finding["length"]
    return begin < span[1] and span[0] < end


def measure(program, folder):
    """Rows of (label, findings that touch it), and the findings that no label explains."""
    with open(os.path.join(folder, "labels.jsonl"), encoding="utf-8") as lines:
        labels = [json.loads(line) for line in lines if line.strip()]
    found = findings_of(program, folder)
    rows, explained, pages = [], set(), {}
    for label in labels:
        name = label["file"]
        if name not in pages:
            with open(os.path.join(folder, "pages", name), "rb") as page:
                pages[name] = page.read()
        span = span_of(label, pages[name])
        touching = [f for f in found[name] if touches(f, label, span)]
        rows.append((label, touching))
        if label["expect"] != "trap":
            explained.update(id(f) for f in touching)
    unexplained = [f for name in sorted(found) for f in found[name] if id(f) not in explained]
    return rows, found, unexplained


def loud(findings):
    return [f for f in findings if f["severity"] != "suggestion"]


def percent(part, whole):
    return f"{part}/{whole} ({100 * part / whole:.1f} %)" if whole else "–"


def print_summary(rows, found, unexplained):
    for kind in ("claim", "wording"):
        for expect in ("must", "should"):
            wanted = [r for r in rows if class_of(r[0]["class"]) == kind and r[0]["expect"] == expect]
            print(f"{kind} {expect}: found", percent(sum(bool(r[1]) for r in wanted), len(wanted)))
    traps = [r for r in rows if r[0]["expect"] == "trap"]
    print("traps tripped at warning or error:", percent(sum(bool(loud(r[1])) for r in traps), len(traps)))
    tripped = {id(f) for label, touching in rows if label["expect"] == "trap" for f in touching}
    for severity in ("error", "warning", "suggestion"):
        claims = [f for fs in found.values() for f in fs
                  if f["category"] == "claim" and f["severity"] == severity]
        silent = {id(f) for f in unexplained}
        right = sum(id(f) not in silent and id(f) not in tripped for f in claims)
        print(f"claims at {severity}: labelled", percent(right, len(claims)))


def print_rules(rows, found, unexplained):
    """For each rule: how many of its findings a label explains, and how many labels about it were found."""
    silent = {id(f) for f in unexplained}
    right, spoken, wanted, met = (defaultdict(int) for _ in range(4))
    for finding in (f for fs in found.values() for f in fs):
        spoken[finding["rule"]] += 1
        right[finding["rule"]] += id(finding) not in silent
    for label, touching in rows:
        if label["expect"] == "trap" or "about" not in label:
            continue
        wanted[label["about"]] += 1
        met[label["about"]] += bool(touching)
    print("\nrule: its findings that a label explains")
    for rule in sorted(spoken):
        print(f"  {rule}: {percent(right[rule], spoken[rule])}")
    print("\nabout: labels found by any rule")
    for about in sorted(wanted):
        print(f"  {about}: {percent(met[about], wanted[about])}")


def print_misses(rows, unexplained):
    for label, touching in rows:
        if label["expect"] != "trap" and not touching:
            print(f"missed {label['expect']} {label['file']} {label.get('about', '')}: {label['quote']}")
        if label["expect"] == "trap" and loud(touching):
            rules = ", ".join(f["rule"] + "/" + f["severity"] for f in loud(touching))
            print(f"tripped {label['file']} {rules}: {label['quote']}")
    for f in unexplained:
        print(f"unlabelled {f['severity']} {f['file']}:{f['line']}:{f['column']} {f['rule']}: {f['text']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--galley", default=os.path.join(HERE, "../../build/release/galley"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("folders", nargs="*", default=[os.path.join(HERE, "policy/tuning")])
    options = parser.parse_args()
    for folder in options.folders:
        rows, found, unexplained = measure(os.path.abspath(options.galley), folder)
        print(folder)
        print_summary(rows, found, unexplained)
        if options.rules:
            print_rules(rows, found, unexplained)
        if options.misses:
            print_misses(rows, unexplained)


if __name__ == "__main__":
    main()

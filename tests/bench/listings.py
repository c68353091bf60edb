#!/usr/bin/env python3
"""Writes short articles of a marketplace as JSON lines for `galley scan --texts-from -`, for measuring growth.

usage: listings.py FIRST COUNT

The same numbers give the same articles. Measure with:

    tests/bench/listings.py 0 100000 | galley scan --quiet --texts-from - > part.jsonl
    /usr/bin/time -v galley reconcile --quiet part.jsonl > between.jsonl
"""
import json
import random
import sys

from claims_corpus import PADDING, PROCEDURES, statement

TOWNS = ["Aldby", "Brent Hill", "Corrin", "Dunmere", "Eastholm", "Farley"]


def listing(number: int) -> dict:
    choose = random.Random(number)
    procedure = choose.choice(PROCEDURES)
    sentences = [f"{procedure} takes an hour.", statement(choose, choose.randrange(5000) == 0)]
    if choose.randrange(2) == 0:
        sentences.append(statement(choose, False))
    sentences.append(choose.choice(PADDING))
    if choose.randrange(20) == 0:
        sentences.append(choose.choice(["The colour of the walls is calm.", "The color of the walls is calm."]))
    text = f"# {procedure} in {choose.choice(TOWNS)}\n\n" + " ".join(sentences) + "\n"
    return {"file": f"listings/{number // 1000:05}/{number % 1000:03}.md", "content": text}


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    first, count = int(sys.argv[1]), int(sys.argv[2])
    for number in range(first, first + count):
        print(json.dumps(listing(number)))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes articles as dense in claims as a clinic's pages, for measuring.

usage: dense_articles.py FOLDER [MEGABYTES]

Sentences of the project's own corpus are recombined; in each, some numbers become other numbers and some words other
words of the American dictionary, so that neither a memo of words nor a trigger of rules meets the same text again and
again. Articles have some 12 kB. The same arguments give the same files.
"""
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DICTIONARY = Path("/usr/share/hunspell/en_US.dic")
ARTICLE = 12_000


def sentences() -> list[str]:
    found = []
    for path in sorted((ROOT / "corpus").rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.S)
        for line in text.splitlines():
            if not line or line[0] in "#>|<-*`:{[!" or "http" in line:
                continue
            found += [one for one in re.split(r"(?<=[.!?]) (?=[A-Z])", line) if 25 < len(one) < 300]
    return sorted(set(found))


def words() -> list[str]:
    lines = DICTIONARY.read_text(encoding="latin-1").splitlines()[1:]
    plain = [line.split("/")[0] for line in lines]
    return [word for word in plain if re.fullmatch(r"[a-z]{4,9}", word)]


def freshened(choose: random.Random, sentence: str, fresh: list[str]) -> str:
    sentence = re.sub(r"\b\d{1,3}\b", lambda number: str(choose.randint(2, 10 ** len(number[0]))), sentence)
    parts = sentence.split(" ")
    for at in range(1, len(parts)):
        if parts[at].isalpha() and parts[at].islower() and len(parts[at]) > 6 and choose.randrange(20) == 0:
            parts[at] = choose.choice(fresh)
    return " ".join(parts)


def article(choose: random.Random, known: list[str], fresh: list[str]) -> str:
    blocks = ["# " + " ".join(choose.choice(fresh) for _ in range(3)).capitalize()]
    size = 0
    while size < ARTICLE:
        blocks.append(" ".join(freshened(choose, choose.choice(known), fresh) for _ in range(choose.randint(3, 7))))
        if choose.randrange(4) == 0:
            blocks.append("## " + choose.choice(fresh).capitalize() + " and " + choose.choice(fresh))
        size += len(blocks[-1])
    return "\n\n".join(blocks) + "\n"


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    wanted = int(float(sys.argv[2] if len(sys.argv) > 2 else 10) * 1_000_000)
    known, fresh = sentences(), words()
    written = number = 0
    while written < wanted:
        text = article(random.Random(number), known, fresh)
        path = folder / f"{number // 1000:03}" / f"{number % 1000:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written += len(text.encode())
        number += 1
    print(f"{number} articles, {written} bytes, of {len(known)} sentences")


if __name__ == "__main__":
    main()

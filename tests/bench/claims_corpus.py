#!/usr/bin/env python3
"""Writes a corpus whose articles make claims that clash with each other, for measuring the corpus pass.

usage: claims_corpus.py FOLDER [ARTICLES] [DENIALS_PER_1000]

The same arguments give the same files. Measure with:

    /usr/bin/time -v build/release/galley check --quiet --format jsonl FOLDER > /dev/null
"""
import random
import sys
from pathlib import Path

PROCEDURES = ["Microneedling", "A chemical peel", "Laser hair removal", "Tattoo removal", "A dermal filler",
              "PRP", "LED therapy", "Retinol", "Teeth whitening", "Laser resurfacing"]
EFFECTS = ["redness", "swelling", "bruising", "itching", "infection", "scarring", "hyperpigmentation", "headache",
           "pain", "irritation", "blistering", "numbness"]
OFTEN = ["is common", "is rare", "is possible", "occurs in some patients", "is very common", "is uncommon",
         "may occur", "rarely occurs", "is to be expected"]
DEGREES = ["", "", "Mild "]
CONDITIONS = ["", "", "", " if the skin is tanned", " when aftercare is skipped", " after the first session"]
PADDING = ["The room is quiet and the chair can be tilted.", "Bring a hat and a bottle of water.",
           "Parking is behind the house.", "Prices are listed at the desk."]
SKINS = ["adults", "most people", "people with dry skin"]


def statement(choose: random.Random, denies: bool) -> str:
    """What nearly all articles agree on; a denial, or a figure of its own, where it is not to agree."""
    number = choose.randrange(len(EFFECTS))
    effect = EFFECTS[number]
    if denies:
        return choose.choice([f"There is no risk of {effect}.", f"It never causes {effect}.",
                              "It has no side effects.", f"It does not lead to {effect}.",
                              f"{effect.capitalize()} lasts {choose.randint(1, 9)} months.",
                              "It is suitable for every skin type."])
    kind = choose.randrange(10)
    if kind == 0:
        return f"{effect.capitalize()} lasts {number % 4 + 1} days."
    if kind == 1:
        return f"It is suitable for {choose.choice(SKINS)}."
    if kind == 2:
        return f"You need {choose.randint(3, 4)} to 6 sessions."
    degree = choose.choice(DEGREES)
    name = degree + effect if degree else effect.capitalize()
    return f"{name} {OFTEN[number % len(OFTEN)]}{choose.choice(CONDITIONS)}."


def article(choose: random.Random, denials: int) -> str:
    procedure = choose.choice(PROCEDURES)
    lines = [f"# {procedure}", ""]
    for _ in range(8):
        sentences = [f"{procedure} takes an hour."]
        for _ in range(4):
            sentences.append(statement(choose, choose.randrange(1000) < denials))
            if choose.randrange(3) == 0:
                sentences.append(choose.choice(PADDING))
        lines += [" ".join(sentences), ""]
    return "\n".join(lines)


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    denials = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    for number in range(articles):
        path = folder / f"{number // 1000:03}" / f"{number % 1000:03}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article(random.Random(number), denials), encoding="utf-8")


if __name__ == "__main__":
    main()

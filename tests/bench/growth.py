#!/usr/bin/env python3
"""How cost grows: CPU seconds and peak memory of one run each, on inputs that are written for it.

usage: growth.py [--galley PROGRAM] [--most MEGABYTES] [--files NUMBER] [--only NAME]

More of the same (generated documentation, files, one paragraph), and what text can be made to hurt with: long lines,
nested marks, tables, lists, unknown words. `--most` (10) and `--files` (10,000) say how far it goes. Prints a table in
which each row is one input; needs make_corpus of the preset `bench` beside the program.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SENTENCE = "The path goes down to the river, and from there to the old mill. "
# A small file that nothing is found in.
CLEAN = "# A walk\n\n" + SENTENCE + (
    "A bridge of stone leads to the other side. In summer the water is low, so that children wade through it. Most walkers "
    "rest below the trees. The road to the village begins behind the church. On clear days the hills can be seen from here. "
    "A bench stands where the wood ends. The way back takes an hour.\n")
# Rules, cues and concepts find much in it, and no sentence of it ends.
UNENDING = ("the treatment does not hurt and is very safe for everyone who was told that a gel may help with most of the "
            "redness because it has been proven to work, says the nurse, while others, who do not know, ask whether it "
            "is the best way to remove scars in less than two weeks or if they should see a doctor, and ")
CLAUSES = "microneedling has no side effects because "
LETTERS = "bcdfghklmnprstvz"
SYLLABLES = ["tion", "re", "con", "er", "ing", "de", "pro", "ment", "al", "in", "ex", "ous", "ly", "per", "sta", "tra",
             "ble", "com"]


def unknown_word(number: int) -> str:
    word = ""
    while number or len(word) < 8:
        word += LETTERS[number % 16] + "aeiou"[number % 5]
        number //= 16
    return word


def made_up_word(number: int) -> str:
    word = SYLLABLES[number % 13] + SYLLABLES[number * 7 % 17]
    while number:
        word += SYLLABLES[number % 18]
        number //= 18
    return word


def hostile(size: int) -> Iterator[tuple[str, str]]:
    """Name and text of what may hurt, `size` bytes each."""
    yield "one line", SENTENCE * (size // len(SENTENCE))
    yield "one sentence", UNENDING * (size // len(UNENDING))
    yield "clauses of one sentence", CLAUSES * (size // len(CLAUSES))
    yield "one word", "a" * size
    yield "characters of no use", "We " + chr(0xF0001) * (size // 4)
    yield "quotations in quotations", (">" * 200 + " a\n") * (size // 203)
    yield "lists in lists", "".join(" " * (2 * depth) + "- a\n" for depth in range(100)) * (size // 10300)
    yield "opening brackets", "[" * size
    yield "links to be", "![[]()" * (size // 6)
    yield "emphasis to be", "*a _b " * (size // 6)
    yield "code to be", "`a ``b " * (size // 7)
    yield "tags to be", "<a " * (size // 3)
    yield "a table", "| a | b |\n|---|---|\n" + "| red | two words |\n" * (size // 20)
    yield "list items", "- item\n" * (size // 7)
    yield "headings", "# A walk\n\n" * (size // 10)
    yield "full stops", ". " * (size // 2)
    yield "unknown words", " ".join(unknown_word(number) for number in range(size // 100))
    yield "words made of syllables", " ".join(made_up_word(number) for number in range(size // 11))


def run(galley: str, folder: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB."""
    child = subprocess.Popen([galley, "check", "--quiet", "--fail-on", "never", "--jobs", "1", str(folder)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"galley ended with {child.returncode} on {folder}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def inputs(scratch: Path, make_corpus: Path, most: int, files: int) -> Iterator[tuple[str, Path, int]]:
    """Name, folder and megabytes, of which more than one may be written before the last is read."""
    for megabytes in (size for size in (1, 10, 100) if size <= most):
        folder = scratch / f"documentation-{megabytes}"
        subprocess.run([make_corpus, "documentation", folder, str(megabytes)], check=True, stdout=subprocess.DEVNULL)
        yield f"documentation, {megabytes} MB", folder, megabytes * 1_000_000
    for count in (number for number in (1, 100, 10_000, 100_000) if number <= files):
        folder = scratch / f"files-{count}"
        for number in range(count):
            path = folder / str(number // 1000) / f"{number}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(CLEAN, encoding="utf-8")
        yield f"{count:,} files of {len(CLEAN) / 1000:.1f} kB", folder, count * len(CLEAN)
    for size in (100_000, 1_000_000):
        for name, text in hostile(size):
            folder = scratch / f"{name}-{size}".replace(" ", "-")
            folder.mkdir()
            (folder / "article.md").write_text(text, encoding="utf-8")
            yield f"{name}, {size / 1e6:g} MB", folder, len(text)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--galley", default=str(HERE / "../../build/bench/galley"))
    parser.add_argument("--most", type=int, default=10)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    galley = str(Path(options.galley).resolve())
    print("| input | CPU seconds | MB a second | peak memory in MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for label, folder, size in inputs(Path(name), Path(galley).parent / "tests/bench/make_corpus", options.most, options.files):
            if options.only not in label:
                continue
            seconds, memory = run(galley, folder)
            print(f"| {label} | {seconds:.2f} | {size / 1e6 / seconds:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()

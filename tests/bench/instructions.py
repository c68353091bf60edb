#!/usr/bin/env python3
"""Instructions that a fixed run takes, by stage: they repeat exactly where seconds do not.

usage: instructions.py [--galley PROGRAM] [--short]

Needs valgrind, and the target make_corpus built beside the program. Three runs: one clean article of 12 kB (start-up),
1 MB of generated documentation, and 0.5 MB of articles dense in claims (dense_articles.py). Each number is in millions of
instructions, what is called below a function included. Prints the table of docs/performance.md. With --short it takes
some seconds: one article and 0.2 MB of documentation, beside what docs/performance.md has of them; scripts/test prints it.
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

SHORT_HEAD = "| stage | one article | documentation, 0.2 MB |"

# Stage, and the function whose instructions are the stage's.
STAGES = [
    ("all", "PROGRAM TOTALS"),
    ("packs looked at", "linter::run::PackShelf::get("),
    ("packs' image read", "linter::run::Profiles::Made::read("),
    ("rules compiled", "linter::checks::policy::LateRules::make_rule_now("),
    ("word lists read", "linter::run::words_of("),
    ("word set opened", "linter::run::Profiles::Made::open_vocabulary("),
    ("Markdown", "linter::prose::read_markdown("),
    ("sentences", "linter::sentences::split("),
    ("lexicon", "linter::lexicon::Lexicon::annotate("),
    ("spelling", "SpellingCheck::check_article("),
    ("suggestions", "SpellingCheck::complete("),
    ("policy", "PolicyCheck::check_article("),
    ("claims", "::Claims::check_article("),
    ("corpus pass", "linter::run::Corpus::findings("),
]


def count(galley: str, folder: Path, scratch: Path) -> dict[str, float]:
    out = scratch / "callgrind.out"
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", galley, "check", "--jobs", "1", "--quiet",
                    "--today", "2026-11-20", "--fail-on", "never", str(folder)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    listing = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", str(out)],
                             capture_output=True, text=True, check=True).stdout
    found = dict.fromkeys((name for name, _ in STAGES), 0.0)
    for line in listing.splitlines():
        number = re.match(r"\s*([\d,]+) \(", line)
        if not number:
            continue
        for name, function in STAGES:
            if function in line and "lambda" not in line:
                found[name] = max(found[name], int(number[1].replace(",", "")) / 1e6)
    return found


def committed() -> dict[str, list[float]]:
    """What docs/performance.md says that --short counts, by stage."""
    text = (HERE / "../../docs/performance.md").read_text(encoding="utf-8")
    rows = text.partition(SHORT_HEAD)[2].splitlines()[2:]
    table: dict[str, list[float]] = {}
    for row in rows:
        cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
        if len(cells) != 3:
            break
        table[cells[0]] = [float(cell) for cell in cells[1:]]
    return table


def write_article(folder: Path) -> None:
    folder.mkdir()
    (folder / "article.md").write_text(
        "# A walk\n\n" + "The path goes down to the river, and from there to the old mill.\n\n" * 180, encoding="utf-8")


def keep_first(folder: Path, size: int) -> None:
    """Removes the files beyond the first `size` bytes."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if size <= 0:
            path.unlink()
        else:
            size -= path.stat().st_size


def print_short(columns: list[dict[str, float]]) -> None:
    """The table as it is to be committed, and behind it how much more or less each number is than what is committed."""
    before = committed()
    print(SHORT_HEAD + "\n|---|---|---|")
    for stage, _ in STAGES:
        now = [column[stage] for column in columns]
        print(f"| {stage} | " + " | ".join(f"{number:.1f}" for number in now) + " |", end="")
        for number, then in zip(now, before.get(stage, []), strict=False):
            print(f" {number / then:.2f}" if then >= 0.5 else "    -", end="")
        print()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--galley", default=str(HERE / "../../build/bench/galley"))
    parser.add_argument("--short", action="store_true")
    options = parser.parse_args()
    galley = str(Path(options.galley).resolve())
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        make_corpus = Path(galley).parent / "tests/bench/make_corpus"
        subprocess.run([make_corpus, "documentation", scratch / "documentation", "1"], check=True, stdout=sys.stderr)
        if options.short:
            keep_first(scratch / "documentation", 200_000)
        write_article(scratch / "one")
        folders = ["one", "documentation"]
        if not options.short:
            subprocess.run([sys.executable, HERE / "dense_articles.py", scratch / "dense", "0.5"], check=True,
                           stdout=sys.stderr)
            folders.append("dense")
        columns = [count(galley, scratch / folder, scratch) for folder in folders]
    if options.short:
        print_short(columns)
        return
    print("| stage | one article | documentation, 1 MB | dense articles, 0.5 MB |\n|---|---|---|---|")
    for stage, _ in STAGES:
        print(f"| {stage} | " + " | ".join(f"{column[stage]:.1f}" for column in columns) + " |")


if __name__ == "__main__":
    main()

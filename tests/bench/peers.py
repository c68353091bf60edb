#!/usr/bin/env python3
"""galley beside the checkers of an editor's machine, on the same files: CPU time and its ratio to galley's.

usage: peers.py [--galley PROGRAM] [--runs N] FOLDER...

Each program reads all Markdown files below each folder; of N runs (3) the best one counts. What is not installed is left
out: aspell, hunspell (Debian packages of their names), codespell, cspell, vale. They do less: aspell, hunspell and
cspell only spell, codespell knows a list of misspellings, vale runs with its own style. Bring your own folders: public
documentation, or what make_corpus and dense_articles.py write.
"""
import argparse
import os
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def cpu_of(command: list[str], text: bytes | None, runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return best


def commands(galley: str, folder: str, vale_settings: str) -> dict[str, tuple[list[str], bool]]:
    """By name: the command, and whether it reads the text from standard input."""
    asked = {
        "galley": ([galley, "check", "--quiet", "--fail-on", "never", "--jobs", "1", folder], False),
        "aspell list": (["aspell", "-d", "en_US", "list"], True),
        "hunspell -l": (["hunspell", "-d", "en_US", "-l"], True),
        "codespell": (["codespell", folder], False),
        "cspell": (["cspell", "--no-progress", "--no-summary", folder + "/**/*.md"], False),
        "vale": (["vale", "--config", vale_settings, "--no-exit", folder], False),
    }
    return {name: one for name, one in asked.items() if shutil.which(one[0][0])}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--galley", default=str(HERE / "../../build/release/galley"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        settings = os.path.join(scratch, "vale.ini")
        Path(settings).write_text("MinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Vale\n", encoding="utf-8")
        for folder in options.folders:
            texts = [path.read_bytes() for path in sorted(Path(folder).rglob("*.md"))]
            text = b"\n".join(texts)
            print(f"\n{folder}: {len(texts)} files, {len(text) / 1e6:.1f} MB\n")
            print("| program | CPU seconds | times galley | MB a second |\n|---|---|---|---|")
            own = 0.0
            for name, (command, piped) in commands(os.path.abspath(options.galley), folder, settings).items():
                taken = cpu_of(command, text if piped else None, options.runs)
                own = own or taken
                print(f"| {name} | {taken:.3f} | {taken / own:.2f} | {len(text) / 1e6 / max(taken, 1e-9):.1f} |", flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Suggestions of galley, aspell and hunspell side by side.

usage: spelling_peers.py [--galley PROGRAM] [--words N] SET.tsv...

Each line of a set is a misspelling, a tab and the word meant, or several with | between. Only words
that every program calls wrong count. For each set and program: how often the word meant comes
first, how often among the first five, and CPU milliseconds a word. --words N takes every k-th line
so that N are left (hunspell takes some 30 ms a word). Programs that are not installed are left out.
The sets are not the project's; bring your own.
"""
import argparse
import os
import resource
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


def read_set(path, most):
    """Pairs of a misspelling and the set of right words, folded."""
    rows = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            wrong, tab, right = line.rstrip("\n").partition("\t")
            if tab and wrong and " " not in wrong:
                rows.append((wrong, {one.lower() for one in right.split("|")}))
    step = max(1, -(-len(rows) // most)) if most else 1
    return rows[::step]


def timed(command, text):
    """Standard output of a command, and the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return done.stdout, cpu


def ask_galley(program, words):
    out, cpu = timed([program, "suggest"], "".join(word + "\n" for word in words))
    answers = []
    for line in out.splitlines():
        _, *suggestions = line.split("\t")
        answers.append(suggestions or None)
    return answers, cpu


def ask_ispell(command, words):
    """Programs that speak ispell's pipe protocol: None for a word that is right."""
    out, cpu = timed(command, "".join("^" + word + "\n" for word in words))
    answers, block = [], []
    for line in out.split("\n")[1:]:
        if line:
            block.append(line)
            continue
        if len(answers) < len(words):
            answers.append(answer_of(block))
        block = []
    return answers, cpu


def answer_of(block):
    wrong = [line for line in block if line[0] in "&#"]
    if not wrong:
        return None
    if len(wrong) > 1 or wrong[0][0] == "#":
        return []
    return [one.strip() for one in wrong[0].split(":", 1)[1].split(",")]


def programs(galley):
    asked = {}
    if os.path.exists(galley):
        asked["galley"] = lambda words: ask_galley(galley, words)
    if shutil.which("aspell"):
        asked["aspell"] = lambda words: ask_ispell(["aspell", "-a", "-l", "en_US"], words)
    if shutil.which("hunspell"):
        asked["hunspell"] = lambda words: ask_ispell(["hunspell", "-a", "-d", "en_US"], words)
    return asked


def measure(rows, asked):
    """For each program: first, five, milliseconds a word; and how many words counted."""
    words = [wrong for wrong, _ in rows]
    answers = {name: ask(words) for name, ask in asked.items()}
    counted = [i for i in range(len(rows))
               if all(i < len(given) and given[i] is not None for given, _ in answers.values())]
    result = {}
    for name, (given, cpu) in answers.items():
        first = five = 0
        for i in counted:
            folded = [one.lower() for one in given[i][:5]]
            first += bool(folded) and folded[0] in rows[i][1]
            five += any(one in rows[i][1] for one in folded)
        many = max(1, len(counted))
        result[name] = (100 * first / many, 100 * five / many, 1000 * cpu / max(1, len(words)))
    return result, len(counted)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--galley", default=os.path.join(HERE, "../../build/release/galley"))
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("sets", nargs="+")
    options = parser.parse_args()
    asked = programs(os.path.abspath(options.galley))
    print(f"{'set':24}{'words':>6}  " + "".join(f"{name:>24}" for name in asked))
    print(f"{'':32}" + f"{'first  five  ms/word':>24}" * len(asked))
    sums = {name: [] for name in asked}
    for path in options.sets:
        result, counted = measure(read_set(path, options.words), asked)
        print(f"{os.path.basename(path):24}{counted:6}  " +
              "".join(f"{a:12.1f}{b:6.1f}{c:6.2f}" for a, b, c in result.values()))
        for name, row in result.items():
            sums[name].append(row)
    print(f"{'mean':24}{'':6}  " + "".join(
        "".join(f"{sum(column) / len(column):{width}.{digits}f}"
                for column, width, digits in zip(zip(*rows), (12, 6, 6), (1, 1, 2)))
        for rows in sums.values()))


if __name__ == "__main__":
    main()

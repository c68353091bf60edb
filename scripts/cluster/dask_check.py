#!/usr/bin/env python3
"""galley check on a Dask cluster: scan in parts, reconcile, report.

usage: dask_check.py --scheduler ADDRESS [--parts N] [--retries N] [--work FOLDER] [--galley PROGRAM]
                     [--config FILE] [--pack PACK]... [--today DATE] PATH... [-- OPTION OF REPORT...]

The workers see the articles, the working folder and the work folder under the same names as this
program, and have the same galley. A part whose worker dies is scanned again by another; a part that
galley itself does not survive is cut in halves until the article is found, which becomes an error of
the report. Exits are galley's.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COULD_NOT_READ_ALL = 2  # told in the records: no reason to run a part again


class Crashed(Exception):
    """galley ended in a way that running it again will not mend."""


def scan(galley: str, options: list, folder: str, files: list, target: str) -> str:
    """Scans files into `target`, which is there as a whole or not at all. Runs on a worker."""
    begun = f"{target}.{os.getpid()}.{time.time_ns()}"
    with open(begun, "wb") as records:
        ended = subprocess.run([galley, "scan", "--quiet", "--jobs=1", *options, "--files-from=-"], cwd=folder,
                               input="".join(name + "\n" for name in files).encode("utf-8", "surrogateescape"),
                               stdout=records, stderr=subprocess.PIPE, check=False)
    if ended.returncode in (0, COULD_NOT_READ_ALL):
        os.replace(begun, target)
        return target
    os.unlink(begun)
    raise Crashed(f"galley ended with {ended.returncode}: {ended.stderr.decode(errors='replace')[-300:]}")


def error_record(file: str, why: str) -> str:
    """What stands in for an article that cannot be scanned."""
    fields = {"code": "internal", "message": f"galley did not survive this article ({why})", "file": file, "at": [0, 0]}
    return ('{"galley":1,"kind":"error","key":' + json.dumps(file) + ",\t" +
            json.dumps(fields, separators=(",", ":"))[1:] + "\n")


class Run:
    """One check: its parts, and the records that are there already."""

    def __init__(self, arguments: argparse.Namespace, client, work: Path) -> None:
        self.arguments = arguments
        self.client = client
        self.work = work
        self.folder = os.getcwd()
        self.parts = 0
        self.records = []
        self.options = [f"--config={arguments.config}"] if arguments.config else []
        self.options += [f"--pack={pack}" for pack in arguments.pack]
        self.day = [f"--today={arguments.today}"] if arguments.today else []

    def files(self) -> list:
        """What a check would read, in its order, as seen from here."""
        shown = subprocess.run([self.arguments.galley, "check", "--show-files", "--format=json",
                                *self.options, "--", *self.arguments.path],
                               stdout=subprocess.PIPE, check=False)
        names = [file["file"] for file in json.loads(shown.stdout)["files"] if file["checked"]]
        here = Path(self.folder)
        root = next((at for at in [here, *here.parents] if names and (at / names[0]).exists()), here)
        return names if root == here else [os.path.relpath(root / name, here) for name in names]

    def submit(self, files: list):
        self.parts += 1
        target = str(self.work / f"part-{self.parts:05}.jsonl")
        future = self.client.submit(scan, self.arguments.galley, self.options + self.day, self.folder, files, target,
                                    pure=False, retries=self.arguments.retries)
        future.galley_files = files
        return future

    def failed(self, future) -> list:
        """The halves of a part that failed, to be tried by themselves; an article alone is told."""
        files = future.galley_files
        if len(files) > 1:
            middle = len(files) // 2
            return [self.submit(files[:middle]), self.submit(files[middle:])]
        why = str(future.exception()).strip().splitlines()[0] if str(future.exception()) else "its worker died"
        target = self.work / f"failed-{self.parts:05}-{len(self.records)}.jsonl"
        target.write_text(error_record(files[0], why), encoding="utf-8")
        self.records.append(str(target))
        return []

    def scan_all(self, files: list) -> None:
        from distributed import as_completed
        size = max(1, -(-len(files) // self.arguments.parts))
        completed = as_completed([self.submit(files[at:at + size]) for at in range(0, len(files), size)])
        done = 0
        for future in completed:
            if future.status == "finished":
                self.records.append(future.result())
                done += len(future.galley_files)
            else:
                halves = self.failed(future)
                done += 0 if halves else 1
                for half in halves:
                    completed.add(half)
            print(f"galley: {done:,} of {len(files):,} articles", file=sys.stderr, flush=True)

    def step(self, name: str, output, *more: str) -> int:
        return subprocess.run([self.arguments.galley, name, *self.options, *more, "--", *self.records],
                              stdout=output, check=False).returncode


def arguments_of(words: list) -> argparse.Namespace:
    report = words[words.index("--") + 1:] if "--" in words else []
    words = words[:words.index("--")] if "--" in words else words
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", required=True, help="as in tcp://127.0.0.1:8786")
    parser.add_argument("--parts", type=int, default=0, help="four for each thread of the cluster when 0")
    parser.add_argument("--retries", type=int, default=2, help="how often a failed part is tried again as it is")
    parser.add_argument("--work", help="a folder that all workers see; a temporary one here when not given")
    parser.add_argument("--galley", default="galley")
    parser.add_argument("--config")
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--today", help="the date that expiry is judged by, in place of the clock's")
    parser.add_argument("path", nargs="+", metavar="PATH")
    arguments = parser.parse_args(words)
    arguments.report = report
    return arguments


def main() -> int:
    arguments = arguments_of(sys.argv[1:])
    try:
        from distributed import Client
    except ImportError:
        sys.exit("dask_check.py: needs Dask: install python3-distributed")
    with tempfile.TemporaryDirectory(prefix="galley-", dir=arguments.work) as work, \
            Client(arguments.scheduler) as client:
        run = Run(arguments, client, Path(work))
        arguments.parts = arguments.parts or 4 * max(1, sum(client.nthreads().values()))
        run.scan_all(run.files())
        between = Path(work) / "between.jsonl"
        with between.open("wb") as output:
            reconciled = run.step("reconcile", output, "--quiet", *run.day)
        if reconciled not in (0, COULD_NOT_READ_ALL):
            sys.exit(f"dask_check.py: galley reconcile ended with {reconciled}")
        run.records.append(str(between))
        return run.step("report", None, *arguments.report)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""galley check on a Dask cluster: scan in parts, reconcile, report.

usage: dask_check.py --scheduler ADDRESS [--parts N] [--retries N] [--time-limit SECONDS] [--work FOLDER]
                     [--galley PROGRAM] [--config FILE] [--pack PACK]... [--today DATE] PATH... [-- OPTION OF REPORT...]

The workers see the articles, the working folder and the work folder under the same names as this
program, and have the same galley. A part whose worker dies is scanned again by another; a part that
galley itself does not survive, or does not finish in time, is cut in halves until the article is found,
which becomes an error of the report. Exits are galley's; 130 when interrupted, 3 when this program fails.
"""
import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

WHOLE = (0, 2)  # exits of galley scan and reconcile whose records have an end; 2 is told in them
NO_RECORDS = (3, 126, 127)  # the machine is to blame, or the options: never the article
LOOK = 5  # seconds, after which it looks again whether there are workers


class Crashed(Exception):
    """galley died on an article of the part."""


class TooSlow:
    """What scan() returns where galley took too long: not worth to be tried again as it is."""

    def __init__(self, seconds: float) -> None:
        self.why = f"galley took more than {seconds:g} seconds"


class Refused(Exception):
    """galley does not run here as it was told, whatever the articles are."""


def stop(message: str) -> None:
    print(f"dask_check.py: {message}", file=sys.stderr)
    sys.exit(2)


def quoted(name: str) -> str:
    """A name as git quotes it, where it does not fit on a line as it is."""
    if name.isprintable() and not name.startswith('"'):
        return name
    return '"' + "".join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
                         for byte in os.fsencode(name)) + '"'


def fault_of(path: str, expected: int) -> str:
    """What is wrong with a part of so many articles; empty: it is whole."""
    articles, missing, ended = 0, 0, False
    with open(path, "rb") as records:
        for line in records:
            ended = False
            if line.startswith(b'{"galley":1,"kind":"article"'):
                articles += 1
            elif line.startswith(b'{"galley":1,"kind":"error"'):
                missing += 1
            elif line.startswith(b'{"galley":1,"kind":"part"'):
                ended = json.loads(line).get("last") is True
    if not ended:
        return "its records have no end"
    if articles > expected or articles + missing < expected:
        return f"it has {articles} of {expected} articles"
    return ""


def seconds_for(files: list, folder: str) -> float:
    """How long galley may take for a part: many times what it needs on a slow machine with other work."""
    def size(name: str) -> int:
        try:
            return os.stat(os.path.join(folder, name)).st_size
        except OSError:
            return 0

    return 30 + len(files) / 100 + sum(map(size, files)) // 100_000


def run_for(seconds: float, command: list, given: bytes, folder: str, output) -> subprocess.CompletedProcess:
    """Runs a program with all that it starts; subprocess.TimeoutExpired when that took longer, and is ended."""
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.PIPE,
                          start_new_session=True) as process:
        try:
            _, said = process.communicate(given, timeout=seconds)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(command, process.returncode, None, said)


def scan(galley: str, options: list, folder: str, files: list, listed: str, target: str, seconds: float):
    """Scans files into `target`, which is there as a whole or not at all. Runs on a worker."""
    begun = f"{target}.{os.getpid()}.{time.time_ns()}"
    seconds = seconds or seconds_for(files, folder)
    for place, advice in ((folder, "start dask_check.py in one"), (os.path.dirname(target), "name one with --work")):
        if not os.path.isdir(place):
            raise Refused(f"a worker does not see the folder {shown(place)}: {advice} that all machines share")
    try:
        output = open(begun, "wb")
    except OSError as failure:
        raise Refused(f"a worker cannot write {shown(begun)}: {failure.strerror}") from None
    try:
        with output as records:
            ended = run_for(seconds, [galley, "scan", "--quiet", "--jobs=1", *options, listed],
                            "".join(quoted(name) + "\n" for name in files).encode(), folder, records)
    except subprocess.TimeoutExpired:
        os.unlink(begun)
        return TooSlow(seconds)
    except OSError as failure:
        os.unlink(begun)
        raise Refused(f"{galley} does not run on a worker: {failure.strerror}") from None
    said = ended.stderr.decode(errors="replace").strip()[-300:]
    fault = fault_of(begun, len(files)) if ended.returncode in WHOLE else ""
    if ended.returncode in WHOLE and not fault:
        os.replace(begun, target)
        return target
    os.unlink(begun)
    if ended.returncode in NO_RECORDS:
        raise Refused(f"{galley} scan ended with {ended.returncode}: {said}")
    if fault:
        raise Refused(f"{galley} scan ended with {ended.returncode}, but {fault}: {said}")
    raise Crashed(f"galley ended with {ended.returncode}: {said}")


def as_record_text(name: str) -> str:
    """A name as galley writes it into JSON: a byte that is no UTF-8 is a code point for private use."""
    def written(point: str) -> str:
        if "\U0010fe80" <= point <= "\U0010feff" or "\udc80" <= point <= "\udcff":
            return "".join(chr(0x10FE00 + byte) for byte in os.fsencode(point))
        return point

    return "".join(map(written, name))


def name_of(text: str) -> str:
    """The name that galley wrote into JSON."""
    if text.isascii():
        return text
    return os.fsdecode(b"".join(bytes([ord(point) - 0x10FE00]) if "\U0010fe80" <= point <= "\U0010feff"
                                else os.fsencode(point) for point in text))


def shown(name: str) -> str:
    return os.fsencode(name).decode(errors="replace")


def error_record(error: dict) -> str:
    """An error of the report: code, message, and perhaps file, line and column; text as galley writes it."""
    file = error.get("file", "")
    fields = {"code": error["code"], "message": error["message"], "file": file,
              "at": [error.get("line", 0), error.get("column", 0)]}
    return ('{"galley":1,"kind":"error","key":' + json.dumps(file) + ",\t" +
            json.dumps(fields, separators=(",", ":"))[1:] + "\n")


def tell_of_workers(client) -> None:
    """Says, as long as it runs, when there is no worker that could go on."""
    any_before = True
    while True:
        try:
            any_now = bool(client.nthreads())
        except Exception:  # the scheduler is gone, or this program ends: that is told elsewhere
            return
        if any_before and not any_now:
            print("galley: there is no worker; waiting for one", file=sys.stderr, flush=True)
        any_before = any_now
        time.sleep(LOOK)


class Run:
    """One check: its parts, and the records that are there already."""

    def __init__(self, arguments: argparse.Namespace, client, work: Path) -> None:
        self.arguments = arguments
        self.client = client
        self.work = work
        self.folder = os.getcwd()
        self.parts = 0
        self.records = []
        self.lost = {}  # articles that no worker could scan, by the reason
        self.report = None  # galley report, which waits for the records
        self.options = [f"--config={arguments.config}"] if arguments.config else []
        self.options += [f"--pack={pack}" for pack in arguments.pack]
        self.day = [f"--today={arguments.today}"] if arguments.today else []

    def list_files(self) -> tuple:
        """What a check would read, in its order, and what it would only compare that with."""
        shown = subprocess.run([self.arguments.galley, "check", "--show-files", "--format=json",
                                *self.options, "--", *self.arguments.path],
                               capture_output=True, check=False)
        try:
            listing = json.loads(shown.stdout)
        except ValueError:
            sys.stderr.buffer.write(shown.stderr)
            stop(f"{self.arguments.galley} check --show-files ended with {shown.returncode}")
        root = name_of(listing["root"])
        self.options.append(f"--root={root}")
        for error in listing["errors"]:
            self.tell(error)

        def path(text: str) -> str:
            name = name_of(text)  # outside of the root it is seen from the working folder
            return os.path.relpath(os.path.join(self.folder if name.startswith("../") else root, name), self.folder)

        return ([path(file["file"]) for file in listing["files"] if file["checked"]],
                [path(name) for name in listing["compared"]])

    def tell(self, error: dict) -> None:
        """Makes it an error of the report."""
        target = self.work / "errors.jsonl"
        if not target.exists():
            self.records.append(str(target))
        with target.open("a", encoding="utf-8") as records:
            records.write(error_record(error))

    def submit(self, files: list, listed: str):
        self.parts += 1
        target = str(self.work / f"part-{self.parts:05}.jsonl")
        future = self.client.submit(scan, self.arguments.galley, self.options + self.day, self.folder, files, listed,
                                    target, self.arguments.time_limit, pure=False, retries=self.arguments.retries)
        future.galley_files, future.galley_listed = files, listed
        return future

    def failed(self, future) -> list:
        """The halves of a part that was not scanned, to be tried by themselves; else the loss is told."""
        files = future.galley_files
        if future.status == "finished":
            why = future.result().why
        else:
            failure = future.exception()
            why = str(failure).strip().splitlines()[0] if str(failure).strip() else "its worker died"
            if isinstance(failure, Refused):
                self.lost.setdefault(why, []).extend(files)
                return []
        if len(files) > 1:
            middle = len(files) // 2
            return [self.submit(half, future.galley_listed) for half in (files[:middle], files[middle:])]
        name = os.path.relpath(files[0], self.options[-1].removeprefix("--root="))
        self.tell({"code": "internal", "message": f"galley did not survive this article ({as_record_text(why)})",
                   "file": as_record_text(files[0] if name.startswith("../") else name)})
        return []

    def scan_all(self, files: list, compared: list) -> None:
        from distributed import as_completed
        size = max(1, -(-(len(files) + len(compared)) // self.arguments.parts))
        parts = [self.submit(files[at:at + size], "--files-from=-") for at in range(0, max(1, len(files)), size)]
        parts += [self.submit(compared[at:at + size], "--compared-from=-") for at in range(0, len(compared), size)]
        completed = as_completed(parts)
        done = 0
        for future in completed:
            self.see_report(0)
            if future.status == "finished" and isinstance(future.result(), str):
                self.records.append(future.result())
                done += len(future.galley_files)
            else:
                halves = self.failed(future)
                done += 0 if halves else len(future.galley_files)
                for half in halves:
                    completed.add(half)
            print(f"galley: {done:,} of {len(files) + len(compared):,} articles", file=sys.stderr, flush=True)
        any_part = any(Path(records).name.startswith("part-") for records in self.records)
        for why, lost in self.lost.items():
            first = f", {shown(lost[0])} the first of them" if lost else ""
            message = f"{len(lost):,} articles were not scanned{first}: {why}"
            if not any_part:
                stop(message)
            self.tell({"code": "internal", "message": message})

    def start(self, name: str, output, *more: str) -> subprocess.Popen:
        return subprocess.Popen([self.arguments.galley, name, *self.options, *more, "--", "-"], stdin=subprocess.PIPE,
                                stdout=output, start_new_session=True)

    def start_report(self) -> None:
        """Begins with the last step, so that options that it does not take are refused at once."""
        its_own = any(option.startswith("--today") for option in self.arguments.report)
        self.report = self.start("report", None, *([] if its_own else self.day), *self.arguments.report)
        self.see_report(0.3)

    def see_report(self, seconds: float) -> None:
        try:
            sys.exit(self.report.wait(seconds))
        except subprocess.TimeoutExpired:
            pass

    def give_records(self, step: subprocess.Popen) -> int:
        """Gives a step all records, of however many parts, and waits for its end."""
        try:
            with step.stdin:
                for path in self.records:
                    with open(path, "rb") as records:
                        shutil.copyfileobj(records, step.stdin, 1 << 20)
        except BrokenPipeError:
            pass  # it ended before: its exit says why
        except BaseException:
            step.kill()
            raise
        return step.wait()

    def end(self) -> None:
        if self.report is not None and self.report.poll() is None:
            self.report.kill()
            self.report.wait()


def look_at_report(options: list) -> None:
    """Refuses, before anything is scanned, what `galley report` would miss only when it writes."""
    parser = argparse.ArgumentParser(prog="dask_check.py", usage="… -- OPTION OF REPORT...", add_help=False,
                                     allow_abbrev=False)
    parser.add_argument("-o", "--output", action="append", default=[])
    parser.add_argument("--report", action="append", default=[])
    parser.add_argument("--baseline")
    known, _ = parser.parse_known_args(options)
    for target in known.output + [report.partition("=")[2] for report in known.report]:
        folder = os.path.dirname(target) or "."
        if target and not (os.path.isdir(folder) and os.access(folder, os.W_OK)):
            stop(f"the report {shown(target)} cannot be written: there is no folder {shown(folder)} that takes files")
    if known.baseline and not os.path.exists(known.baseline):
        stop(f"{shown(known.baseline)}: there is no such baseline: write it with galley baseline create")


def at_least(least: int, number: type):
    """A type of argparse: a number that is not below."""
    def read(text: str):
        value = number(text)
        if not value >= least:
            raise argparse.ArgumentTypeError(f"{text} is below {least}")
        return value

    read.__name__ = number.__name__  # argparse names it where the text is no number
    return read


def arguments_of(words: list) -> argparse.Namespace:
    report = words[words.index("--") + 1:] if "--" in words else []
    words = words[:words.index("--")] if "--" in words else words
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scheduler", required=True, help="as in tcp://127.0.0.1:8786")
    parser.add_argument("--parts", type=at_least(0, int), default=0, help="four for each thread of the cluster when 0")
    parser.add_argument("--retries", type=at_least(0, int), default=2, help="how often a failed part is tried again as it is")
    parser.add_argument("--time-limit", type=at_least(0, float), default=0, metavar="SECONDS",
                        help="for a part; when 0, half a minute, 10 ms for each article and 10 s for each megabyte")
    parser.add_argument("--work", default=".", help="a folder that all workers see, for a hidden one that is removed in "
                        "the end; the current one when not given")
    parser.add_argument("--galley", default="galley")
    parser.add_argument("--config")
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--today", help="the date that expiry is judged by, in place of the clock's")
    parser.add_argument("path", nargs="+", metavar="PATH")
    arguments = parser.parse_args(words)
    arguments.report = report
    return arguments


def check(run: Run) -> int:
    arguments = run.arguments
    arguments.parts = arguments.parts or 4 * max(1, sum(run.client.nthreads().values()))
    threading.Thread(target=tell_of_workers, args=(run.client,), daemon=True).start()
    try:
        files, compared = run.list_files()
        run.start_report()
    except OSError as failure:
        stop(f"{arguments.galley}: {failure.strerror}")
    run.scan_all(files, compared)
    between = run.work / "between.jsonl"
    with between.open("wb") as output:
        reconciled = run.give_records(run.start("reconcile", output, "--quiet", *run.day))
    if reconciled not in WHOLE:
        stop(f"{arguments.galley} reconcile ended with {reconciled}")
    run.records.append(str(between))
    reported = run.give_records(run.report)
    if reported < 0:
        stop(f"{arguments.galley} report was ended by signal {-reported}")
    return reported


def interrupted(*_) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):  # one is enough: what follows cleans up
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def work_folder(arguments: argparse.Namespace) -> tempfile.TemporaryDirectory:
    folder = os.path.abspath(arguments.work)
    try:
        return tempfile.TemporaryDirectory(prefix=".galley-", dir=folder, ignore_cleanup_errors=True)
    except OSError as failure:
        stop(f"the folder {shown(folder)} takes no records ({failure.strerror}): name another one with --work")


def main() -> int:
    arguments = arguments_of(sys.argv[1:])
    look_at_report(arguments.report)
    try:
        from distributed import Client
    except ImportError:
        stop(f"needs Dask, which {sys.executable} does not have: install python3-distributed, "
             "or start this with the Python that has it (Debian's is /usr/bin/python3)")
    try:
        client = Client(arguments.scheduler)
    except OSError as failure:
        stop(str(failure))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupted)
    try:
        with work_folder(arguments) as work:
            run = Run(arguments, client, Path(work))
            try:
                return check(run)
            finally:
                run.end()
    except KeyboardInterrupt:
        client.cancel(list(client.futures), force=True)
        print("galley: interrupted; nothing is reported", file=sys.stderr)
        return 130
    finally:
        client.close(timeout=5)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as failure:
        print(f"dask_check.py: this should not have happened: {type(failure).__name__}: {failure}", file=sys.stderr)
        sys.exit(3)

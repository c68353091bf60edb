#!/usr/bin/env python3
"""A scheduler and two worker processes on this machine; one worker is killed while it works, one part hangs.

usage: dask_local.py SCRIPT GALLEY PATH...    prints what the script prints, and exits as it does
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 150  # seconds, for all of it


def start(*words: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                            start_new_session=True)


def wait_for(what, until: float) -> None:
    while not what():
        if time.monotonic() > until:
            sys.exit("dask_local.py: this took too long")
        time.sleep(0.05)


def main() -> int:
    script, galley, *paths = sys.argv[1:]
    until = time.monotonic() + LIMIT
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        slow = place / "galley"  # so that a part takes long enough to be interrupted, and one for ever
        slow.write_text(f"""#!/bin/sh
if [ "$1" = scan ]; then
  echo $PPID >> {place}/busy; sleep 0.4; cat > {place}/list.$$
  if grep -q '/17\\.' {place}/list.$$ && [ "$(wc -l < {place}/list.$$)" -gt 3 ]; then
    echo >> {place}/hung; exec sleep 100
  fi
  exec {galley} "$@" < {place}/list.$$
fi
exec {galley} "$@"
""")
        slow.chmod(0o755)
        address = place / "scheduler.json"
        processes = [start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                           "--scheduler-file", str(address))]
        try:
            wait_for(address.exists, until)
            workers = [start("distributed.cli.dask_worker", "--scheduler-file", str(address), "--host", "127.0.0.1",
                             "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", folder)
                       for _ in range(2)]
            processes += workers
            scheduler = json.loads(address.read_text())["address"]
            run = subprocess.Popen([sys.executable, script, "--scheduler", scheduler, "--parts", "8", "--time-limit", "6",
                                    "--galley", str(slow), "--today", "2026-11-20", *paths, "--", "--format", "json"])
            processes.append(run)
            busy = place / "busy"
            victim = workers[0]
            wait_for(lambda: busy.exists() and str(victim.pid) in busy.read_text().split() or run.poll() is not None, until)
            os.kill(victim.pid, signal.SIGKILL)
            print("killed a worker", file=sys.stderr)
            code = run.wait(timeout=max(1, until - time.monotonic()))
            print("a part hung" if (place / "hung").exists() else "no part hung", file=sys.stderr)
            return code
        finally:
            for process in processes:
                process.kill()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())

"""What dask_check.py needs of Dask, done at once in its own process: for tests of all that does not need a cluster."""
import collections


class Future:
    def __init__(self, work, arguments: tuple) -> None:
        self.failure = self.value = None
        try:
            self.value = work(*arguments)
        except Exception as failure:
            self.failure = failure
        self.status = "error" if self.failure else "finished"

    def result(self):
        return self.value

    def exception(self) -> Exception:
        return self.failure


class Client:
    def __init__(self, scheduler: str) -> None:
        self.scheduler = scheduler
        self.futures = {}

    def nthreads(self) -> dict:
        if self.scheduler == "broken":
            raise ValueError("no such thing")
        return {} if self.scheduler == "empty" else {"tcp://here": 2}

    def submit(self, work, *arguments, pure: bool, retries: int) -> Future:
        return Future(work, arguments)

    def cancel(self, futures: list, force: bool) -> None:
        pass

    def close(self, timeout: int) -> None:
        pass


class as_completed:
    def __init__(self, futures: list) -> None:
        self.waiting = collections.deque(futures)
        self.add = self.waiting.append

    def __iter__(self):
        while self.waiting:
            yield self.waiting.popleft()

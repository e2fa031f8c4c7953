"""A `palabre serve` of the tests' own, over an index of the tests' own."""

import re
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEBATES = ROOT / "Fixtures" / "Debates"
BUILT = ROOT / ".build" / "debug" / "palabre"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 15


def built_program():
    """The built program; it is built when it is not there."""
    if not BUILT.exists():
        subprocess.run(["swift", "build", "--product", "palabre"], cwd=ROOT, check=True)
    return BUILT


def build_index(program, folder, *debates):
    """Indexes files and folders of debates, and gives the index's folder back."""
    command = [str(program), "index", *map(str, debates), "--index", str(folder)]
    built = subprocess.run(command, capture_output=True, text=True)
    if built.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {built.stderr.strip()}")
    return folder


class Service:
    """Serves from its start to its end as a context."""

    def __init__(self, program, index, *options):
        self._command = [str(program), "serve", "--index", str(index), "--port", "0", *options]
        self._log = []
        self.address = None

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        listening = threading.Event()
        threading.Thread(target=self._read_log, args=[listening], daemon=True).start()
        try:
            if not listening.wait(SECONDS_TO_START):
                raise RuntimeError("palabre serve did not say where it listens:\n" + "".join(self._log))
            self._wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _read_log(self, listening):
        for line in self._process.stderr:
            self._log.append(line)
            found = re.search(r"address=(http://\S+).*listening", line)
            if found and not self.address:
                self.address = found.group(1)
                listening.set()

    def _wait_until_ready(self):
        for _ in range(SECONDS_TO_START * 10):
            try:
                urllib.request.urlopen(self.address + "/health/ready", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("palabre serve does not get ready:\n" + "".join(self._log))

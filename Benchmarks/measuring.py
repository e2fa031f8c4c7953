"""What a command takes, as GNU time tells it, and tables of that."""
import copy
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PALABRE = HERE.parent / ".build/release/palabre"
EX_DATAERR, EX_NOINPUT, EX_UNAVAILABLE, EX_SOFTWARE = 65, 66, 69, 70


def stop(code, reason):
    print(f"{pathlib.Path(sys.argv[0]).name}: {reason}", file=sys.stderr)
    sys.exit(code)


def say(text):
    print(f"{pathlib.Path(sys.argv[0]).name}: {text} ...", file=sys.stderr, flush=True)


def require(records, palabre):
    """Ends the program when something is missing that every benchmark needs."""
    if not os.access(records, os.R_OK):
        stop(EX_NOINPUT, f"cannot read {records}")
    if not os.access(palabre, os.X_OK):
        stop(EX_UNAVAILABLE, f"no {palabre}: run swift build -c release --product palabre")
    if not shutil.which("/usr/bin/time"):
        stop(EX_UNAVAILABLE, "no /usr/bin/time: apt install time")


def compiled(name, scratch):
    """A program of plain Xapian beside this file, compiled."""
    program = scratch / name
    command = ["g++", "-std=c++17", "-O2", HERE / f"{name}.cpp", "-o", program, "-lxapian"]
    if not shutil.which("g++") or subprocess.run(command).returncode:
        stop(EX_UNAVAILABLE, f"cannot compile {name}.cpp: apt install g++ libxapian-dev")
    return program


class Run:
    """One run of a command: what it printed and took."""

    def __init__(self, *command):
        os.sync()  # what an earlier run has left to write is not this one's
        with tempfile.NamedTemporaryFile("r") as took:
            # Not getrusage: a child's peak begins at that of the process that starts it, and this one is large.
            timed = ["/usr/bin/time", "-o", took.name, "-f", "%e %U %S %M", *map(str, command)]
            finished = subprocess.run(timed, capture_output=True, text=True)
            if finished.returncode:
                stop(EX_SOFTWARE, f"{command[0]} failed ({finished.returncode}):\n{finished.stderr}")
            self.output = finished.stdout
            self.seconds, user, system, kilobytes = map(float, took.read().split())
            self.processor_seconds = user + system
            self.peak_bytes = kilobytes * 1024


def receipt(run):
    """What `palabre index --json` printed."""
    return json.loads(run.output)


def median(runs):
    """The median of each figure that the runs have."""
    middle = copy.copy(runs[0])
    for figure in ("seconds", "processor_seconds", "peak_bytes", "index_bytes"):
        if hasattr(middle, figure):
            setattr(middle, figure, statistics.median(getattr(run, figure) for run in runs))
    return middle


def size(folder):
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


def read_ahead(*files):
    """Brings files into memory, so that no run pays for the disk."""
    for file in files:
        with open(file, "rb") as opened:
            while opened.read(1 << 24):
                pass


def machine():
    """Says how busy the machine is: what the seconds are worth."""
    return f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f}"


def table(head, rows):
    """Lines of columns: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for name, *cells in [head, *rows]:
        print("  ".join([name.ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells, widths[1:]))]).rstrip())

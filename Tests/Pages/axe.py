"""axe-core, which checks what of accessibility a program can check. It comes in a package of PyPI."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "axe-playwright-python==0.1.8"
SCRIPT = "axe_playwright_python/axe.min.js"


def cached():
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "palabre" / PACKAGE.replace("==", "-") / "axe.min.js"


def script():
    """The text of axe-core; nothing where it can neither be found nor fetched."""
    file = cached()
    if not file.exists():
        text = fetched()
        if text is None:
            return None
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return file.read_text()


def fetched():
    for pip in [[sys.executable, "-m", "pip"], [shutil.which("pip3")], [shutil.which("pip")]]:
        if not pip[0]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            command = [*pip, "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
            if subprocess.run(command, capture_output=True).returncode == 0:
                with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
                    return wheel.read(SCRIPT).decode()
    return None

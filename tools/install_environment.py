"""Install the pip section of environment.yml for real, in an empty virtual environment.

Binder and conda do the same on top of the Python that the file names. Here the Python that runs
this script stands in for it; the script then imports the course and loads a table there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
# Away from the checkout, so that what is imported is what was installed.
PROOF = """
import swteach
observations = swteach.load_observations()
assert len(observations), "no observations"
print(len(observations), "observations loaded from", swteach.__file__)
"""


def read_pip_section(path: Path) -> list[str]:
    """Return the lines of the pip section of an environment.yml.

    Raises
    ------
    ValueError
        There is no pip section, or more than one.
    """
    dependencies = yaml.safe_load(path.read_text(encoding="utf-8"))["dependencies"]
    sections = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
    if len(sections) != 1:
        raise ValueError(f"{path}: {len(sections)} pip sections, expected one")
    return sections[0]


def install(python: Path, lines: list[str]) -> None:
    """Install as conda and mamba do: the lines in one file that lies beside environment.yml."""
    with tempfile.NamedTemporaryFile("w", prefix=".pip-", suffix=".txt", dir=ROOT) as section:
        section.write("\n".join(lines))
        section.flush()
        command = [python, "-m", "pip", "install", "--quiet", "--upgrade", "-r", section.name]
        subprocess.run(command, check=True, cwd=ROOT)


def main() -> int:
    """Install and import; any failure ends the script with the failing command."""
    lines = read_pip_section(ROOT / "environment.yml")
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder) / "environment", with_pip=True)
        python = Path(folder) / "environment" / "bin" / "python"
        install(python, lines)
        subprocess.run([python, "-m", "pip", "check"], check=True)
        subprocess.run([python, "-c", PROOF], check=True, cwd=folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())

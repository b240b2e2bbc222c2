"""The wheel, built and installed for real: it carries the course and needs no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

ROOT = Path(__file__).resolve().parent.parent
STEM = f"swteach-{version('swteach')}"
PRIVATE = ("journal.json", ".ipynb_checkpoints/00_start_here-checkpoint.ipynb")

# Stops the interpreter's own file access, not only ours: any look into the checkout is an error.
# The checkout may hold the environment that the tests run in, whose libraries are borrowed here.
GUARD = """
import os, sys
CHECKOUT, BORROWED = {checkout!r} + os.sep, {borrowed!r}
def refuse(event, arguments):
    if event in ("open", "os.listdir", "os.scandir"):
        named = not isinstance(arguments[0], (int, type(None)))
        path = os.path.abspath(os.fsdecode(arguments[0])) if named else ""
        if path.startswith(CHECKOUT) and not path.startswith(BORROWED):
            raise RuntimeError(f"read from the checkout: {{path}}")
sys.addaudithook(refuse)
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command away from the checkout, with nothing in the environment that leads to it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SWTEACH"))}
    return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a used copy of the checkout: one with a reader's answers in it.

    It is built with the build backend that is installed, so without a network.
    """
    folder = tmp_path_factory.mktemp("dist")
    used = copytree(ROOT, folder / "used", ignore=ignore_patterns(".git", ".venv", "ci-artefacts"))
    (used / "notebooks" / ".ipynb_checkpoints").mkdir(exist_ok=True)
    for name in PRIVATE:
        (used / "notebooks" / name).write_text("{}", encoding="utf-8")
    done = run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, used),
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an empty environment with the wheel in it.

    The libraries that the wheel depends on are borrowed from the tests' environment, by path;
    its ``.pth`` files, and so the link to the checkout, are not followed from there.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(folder, symlinks=os.name != "nt")
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", bin_folder / "python", "install", "--quiet")
    done = run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    borrowed = sysconfig.get_path("purelib")
    site = next(folder.rglob("site-packages"))
    guard = GUARD.format(checkout=os.fspath(ROOT), borrowed=f"{sys.prefix}{os.sep}")
    (site / "checkout_guard.py").write_text(guard, encoding="utf-8")
    (site / "zz_borrowed.pth").write_text(f"import checkout_guard\n{borrowed}\n", encoding="utf-8")
    return bin_folder / "python"


def test_wheel_carries_the_course_and_nothing_of_the_workshop(wheel: Path) -> None:
    """Data and notebooks are inside, as the checkout has them; tests and tools are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "data", "notebooks"], cwd=ROOT, capture_output=True, text=True
    )
    assert {f"swteach/{name}" for name in tracked.stdout.split()} <= names
    folders = {name.split("/")[0] for name in names}
    assert folders == {"swteach", f"{STEM}.dist-info", f"{STEM}.data"}
    unwanted = (*PRIVATE, "__pycache__", "test_")
    assert not [name for name in names if any(word in name for word in unwanted)]


def test_licences_are_inside(wheel: Path) -> None:
    """Who receives the wheel receives the licences of the code and of the words."""
    names = zipfile.ZipFile(wheel).namelist()
    for licence in ("LICENSE", "LICENSE-CONTENT.md"):
        assert f"{STEM}.dist-info/licenses/{licence}" in names


def test_guard_sees_a_look_into_the_checkout(python: Path, tmp_path: Path) -> None:
    """The proof below could fail: opening a file of the checkout is refused there."""
    target = os.fspath(ROOT / "pyproject.toml")
    done = run(python, "-c", f"open({target!r})", cwd=tmp_path)
    assert f"read from the checkout: {target}" in done.stderr


def test_every_table_loads_without_the_checkout(python: Path, tmp_path: Path) -> None:
    """Each loader reads the wheel's own data, though no checkout, folder or variable helps it."""
    code = (
        "import swteach\nfrom swteach import tables\n"
        "loaders = [n for n in dir(tables) if n.startswith('load_')]\n"
        "print(swteach.__file__, len(loaders))\n"
        "assert all(len(getattr(swteach, n)()) for n in loaders)"
    )
    done = run(python, "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    place, count = done.stdout.split()
    assert Path(place).is_relative_to(python.parent.parent)
    assert int(count) >= 9


def test_lab_unpacks_the_wheel_s_notebooks(python: Path, tmp_path: Path) -> None:
    """`swteach lab` works there: its help, and the notebooks byte for byte as committed."""
    command = python.with_name("swteach")
    assert "Unpack the notebooks into FOLDER" in run(command, "lab", "--help", cwd=tmp_path).stdout
    done = run(command, "lab", "course", "--no-open", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        assert (tmp_path / "course" / notebook.name).read_bytes() == notebook.read_bytes()


def test_check_passes_there(python: Path, tmp_path: Path) -> None:
    """`swteach check` finds the wheel's own data and nothing wrong with them."""
    done = run(python.with_name("swteach"), "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_jupyterlab_opens_on_the_course_and_not_on_its_own_news(python: Path) -> None:
    """JupyterLab's own reader of settings finds the wheel's, so that no question comes first."""
    from jupyterlab_server.settings_utils import _get_overrides

    settings, error = _get_overrides(str(python.parent.parent / "share/jupyter/lab/settings"))
    assert not error
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"

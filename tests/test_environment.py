"""Binder's environment: what repo2docker reads from environment.yml, by its own code."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import pytest_socket
import yaml
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import CondaBuildPack

ROOT = Path(__file__).resolve().parent.parent
BASE_IMAGE = "buildpack-deps:jammy"


@pytest.fixture
def pip_section() -> list[str]:
    """Return the lines that pip is given on Binder and in a conda environment."""
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    return next(entry["pip"] for entry in dependencies if isinstance(entry, dict))


@pytest.fixture
def build_pack(monkeypatch: pytest.MonkeyPatch) -> CondaBuildPack:
    """Return repo2docker's conda build pack, standing in the checkout as it would."""
    monkeypatch.chdir(ROOT)
    pack = CondaBuildPack(BASE_IMAGE)
    pack.platform = "linux/amd64"
    return pack


def test_repo2docker_uses_conda_with_a_python_that_it_ships(build_pack: CondaBuildPack) -> None:
    """The first build pack to accept the checkout is conda's, and it ships the Python named."""
    packs = (pack(BASE_IMAGE) for pack in Repo2Docker().buildpacks)
    assert type(next(pack for pack in packs if pack.detect())) is CondaBuildPack
    assert build_pack.python_version == "3.12"
    assert not build_pack.separate_kernel_env
    assert any("environment.py-3.12" in name for name in build_pack.get_build_script_files())


def test_repo2docker_stages_the_whole_checkout_first(build_pack: CondaBuildPack) -> None:
    """The local lines make it copy the repository before pip runs, so that `-e .` finds it."""
    assert not build_pack._should_preassemble_env
    assert build_pack.get_preassemble_script_files() == {}
    installs = "\n".join(script for _, script in build_pack.get_assemble_scripts())
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in installs


def test_pip_section_is_the_pins_and_the_course(pip_section: list[str]) -> None:
    """Binder gets the versions of requirements.txt and nothing else but the course itself."""
    assert pip_section == ["-r requirements.txt", "-e ."]


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-test.txt", "requirements-compare.txt"]
)
def test_requirements_are_exact_and_tied_to_no_machine(name: str) -> None:
    """Every line names one version of one distribution: no addresses, paths or index options."""
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        pin = line.partition(" ;")[0]
        assert line.lstrip().startswith("#") or pin.count("==") == 1, f"{name}: {line}"
        assert "://" not in line and " @ " not in line and "/root" not in line, f"{name}: {line}"


def pins(name: str) -> dict[str, str]:
    """Return distribution and version for each line of a requirements file."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return dict(line.partition(" ;")[0].split("==") for line in lines if "==" in line)


def test_the_tests_run_on_the_versions_that_students_get() -> None:
    """What is tested is what is shipped: no distribution has two versions in the two files."""
    course, tests = pins("requirements.txt"), pins("requirements-test.txt")
    assert course.items() <= tests.items()


@pytest.mark.filterwarnings("ignore:A test tried to use socket:UserWarning")
def test_no_test_reaches_beyond_this_machine() -> None:
    """A connection elsewhere is refused before it is made; loopback answers as always."""
    with pytest.raises(pytest_socket.SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_kernels_start_with_the_network_blocked(tmp_path: Path) -> None:
    """A notebook runs against a kernel on loopback while every other address is blocked."""
    cell = nbformat.v4.new_code_cell("1 + 1", execution_count=1)
    cell.outputs = [
        nbformat.v4.new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    ]
    path = tmp_path / "sum.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), path)
    command = [sys.executable, "-m", "pytest", "-c", ROOT / "pyproject.toml", "--nbval"]
    done = subprocess.run(
        [*command, "--nbval-current-env", "-p", "no:cacheprovider", path],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout

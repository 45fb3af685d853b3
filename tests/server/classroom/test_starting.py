"""From an empty folder to an assignment that works: by each template, and by the very commands of the docs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
from pathlib import Path

import pytest

from gadfly_server import __version__
from gadfly_server.classroom.hidden import MEMORY
from gadfly_server.classroom.starting import TEMPLATES
from helpers.classrooms import Lab, gadfly

DOCS = Path(__file__).parents[3] / "docs" / "classroom.md"
PROGRAMS = {"cs50": "hello.py"}
in_memory = pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no file system in memory here")


def commands() -> list[list[str]]:
    """The five commands of the docs."""
    block = re.search(r"## From an empty folder.*?```sh\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert block
    return [line.split() for line in block[1].splitlines()]


@in_memory
def test_the_five_commands_of_the_docs(lab: Lab) -> None:
    assert len(commands()) == 5
    *making, asking = [gadfly(*words[1:]) for words in commands()]
    assert [result.exit_code for result in making] == [0, 0, 0, 0], [result.output for result in making]
    assert "all 4 tests agree with the reference solution of average.py" in making[-1].stdout
    assert asking.exit_code == 1
    assert "hidden test 1  It divides by zero." in asking.stdout


def test_every_template_is_in_the_docs() -> None:
    assert set(re.findall(r"^\| `(\w+)` \| ", DOCS.read_text("utf-8"), re.MULTILINE)) == set(TEMPLATES)


@in_memory
@pytest.mark.parametrize("template", TEMPLATES)
def test_an_assignment_out_of_a_template_works(lab: Lab, template: str) -> None:
    program = PROGRAMS.get(template, "average.py")
    assert gadfly("classroom", "init", "--template", template).exit_code == 0
    assert gadfly("classroom", "lock").exit_code == 0
    checked = gadfly("classroom", "check")
    assert checked.exit_code == 0, checked.output
    assert "agree with the reference solution" in checked.stdout
    [file] = json.loads(gadfly("check", program, "--format", "json").stdout)["files"]
    assert "failed" in {test["outcome"] for test in file["tests"]}
    assert "disagrees" in {test["outcome"] for test in file["hidden"]}
    assert file["problems"] == []
    said = gadfly("ask", program, "--format", "json").stdout.splitlines()
    assert json.loads(said[0])["text"].endswith("?")


def test_what_is_there_already_stays(lab: Lab) -> None:
    lab.file("# mine\n")
    result = gadfly("classroom", "init")
    assert "left   gadfly.toml as it is" in result.stdout
    assert (lab.work / "gadfly.toml").read_text("utf-8") == "# mine\n"


def test_nothing_is_locked_where_there_is_nothing(lab: Lab) -> None:
    assert f"There is no gadfly.toml in {lab.work}." in gadfly("classroom", "lock").stderr
    lab.file("")
    assert "There are no tests in hidden." in gadfly("classroom", "lock").stderr
    lab.file("assert True", "hidden/test_a.py")
    assert 'Write hidden = "hidden.gadfly" below [tests].' in gadfly("classroom", "lock").stderr
    lab.file("colour = 1")
    assert "`colour` means nothing to Gadfly" in gadfly("classroom", "sign").stderr


def test_a_policy_that_is_printed_into_a_file_is_one(lab: Lab) -> None:
    printed = gadfly("classroom", "policy", "--hidden-key")
    assert tomllib.loads(printed.stdout).keys() == {"since", "trusted", "hidden_keys", "always", "otherwise"}
    assert printed.stderr.count("keep it to yourself") == 2


@in_memory
def test_the_reference_finds_what_lies_beside_the_program(lab: Lab) -> None:
    lab.file('[tests]\nhidden = "hidden.gadfly"\n')
    lab.file("three\n", "data/words.txt")
    lab.file("def words():\n    return []\n", "words.py")
    lab.file("def words():\n    return open('data/words.txt').read().split()\n", "hidden/words.py")
    lab.file("from words import words\n\ndef test_one():\n    assert words() == ['three']\n", "tests/test_words.py")
    lab.file("from words import words\n\ndef test_count():\n    assert len(words()) == 1\n", "hidden/test_words.py")
    assert gadfly("classroom", "lock").exit_code == 0
    checked = gadfly("classroom", "check")
    assert "all 2 tests agree with the reference solution of words.py" in checked.stdout, checked.output


@in_memory
def test_a_signature_that_a_lab_would_refuse_is_told_to_the_teacher(lab: Lab) -> None:
    for command in ("init", "lock", "sign"):
        gadfly("classroom", command)
    assert "gadfly.toml.minisig holds, by your own key" in gadfly("classroom", "check").stdout
    assert "Sign again: gadfly classroom sign" in gadfly("classroom", "lock").stdout
    checked = gadfly("classroom", "check")
    assert "A lab would refuse gadfly.toml: a file that it names was changed" in checked.stdout
    assert checked.exit_code == 1
    (lab.work / "gadfly.toml").write_text("[help]\nlevels = [1]\n", "utf-8")
    assert "A lab would refuse gadfly.toml: it was changed" in gadfly("classroom", "check").stdout


@in_memory
def test_a_program_whose_altered_file_keeps_hidden_tests_from_running_does_not_pass(lab: Lab) -> None:
    for command in ("init", "lock", "sign"):
        gadfly("classroom", command)
    lab.policy(gadfly("classroom", "policy", "--hidden-key").stdout, trusted=False)
    program = lab.work / "average.py"
    program.write_text("def average(numbers):\n    return sum(numbers) / len(numbers) if numbers else 0\n", "utf-8")
    whole = gadfly("check", program)
    assert ("hidden test 1" in whole.stdout, whole.exit_code) == (True, 0)
    file = lab.work / "gadfly.toml"
    file.write_text(f"{file.read_text('utf-8')}# mine\n", "utf-8")
    altered = gadfly("check", program)
    assert ("hidden test 1" in altered.stdout, altered.exit_code) == (False, 2)
    assert "gadfly.toml does not hold" in altered.stderr


def test_a_file_is_no_folder_for_an_assignment(lab: Lab) -> None:
    assert "mine.txt is a file. Name a folder." in gadfly("classroom", "init", str(lab.file("", "mine.txt"))).stderr


def test_keys_are_for_their_owner_alone(lab: Lab) -> None:
    gadfly("classroom", "init")
    gadfly("classroom", "lock")
    gadfly("classroom", "sign")
    for name in ("classroom.key", "hidden.key"):
        assert (lab.config / "gadfly" / name).stat().st_mode & 0o077 == 0
    policy = gadfly("classroom", "policy", "--lab", 'Room "3"', "--hidden-key").stdout
    lab.policy(policy, trusted=False)
    checked = gadfly("doctor", lab.work)
    assert "The rules of your teacher in gadfly.toml hold since" in checked.stdout
    assert "They are signed." in checked.stdout


def test_the_files_of_the_dev_container_are_as_they_should_be(lab: Lab) -> None:
    gadfly("classroom", "init", "--template", "github")
    container = lab.work / ".devcontainer"
    feature = json.loads((container / "gadfly" / "devcontainer-feature.json").read_text("utf-8"))
    assert {"id", "version", "name"} <= feature.keys()
    assert feature["id"] == (container / "gadfly").name
    assert "./gadfly" in json.loads((container / "devcontainer.json").read_text("utf-8"))["features"]
    extension = json.loads((Path(__file__).parents[3] / "package.json").read_text("utf-8"))
    name = f"{extension['publisher']}.{extension['name']}"
    assert name in json.loads((lab.work / ".vscode" / "extensions.json").read_text("utf-8"))["recommendations"]
    assert name in feature["customizations"]["vscode"]["extensions"]


def test_what_is_installed_is_pinned_and_can_be_chosen(lab: Lab) -> None:
    gadfly("classroom", "init", "--template", "github")
    texts = {path.name: path.read_text("utf-8") for path in lab.work.rglob("*") if path.is_file()}
    assert not [name for name, text in texts.items() if "@VERSION@" in text]
    assert f"${{GADFLY_PACKAGE:-gadfly=={__version__}}}" in texts["gadfly.yml"]
    options = json.loads(texts["devcontainer-feature.json"])["options"]
    assert (options["version"]["default"], options["package"]["default"]) == (__version__, "")
    assert f"package=${{PACKAGE:-gadfly==${{VERSION:-{__version__}}}}}" in texts["install.sh"]


def test_the_feature_installs_a_package_and_the_policy(lab: Lab, tmp_path: Path) -> None:
    gadfly("classroom", "init", "--template", "github")
    package = tmp_path / "package"
    (package / "gadfly_sample").mkdir(parents=True)
    (package / "gadfly_sample" / "__init__.py").write_text("def main():\n    print('here')\n")
    wheel = build(package)
    places = {"GADFLY_PLACE": "place", "GADFLY_LINKS": "links", "GADFLY_RULES": "rules"}
    around = {name: str(tmp_path / folder) for name, folder in places.items()}
    script = lab.work / ".devcontainer" / "gadfly" / "install.sh"
    own = {**os.environ, **around, "GADFLY_PACKAGE": f"--no-index {wheel}", "POLICY": "bGFiID0gIngiCg=="}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(["sh", str(script)], check=True, env={**own, "PATH": path}, capture_output=True)
    told = subprocess.run([str(tmp_path / "links" / "gadfly")], check=True, capture_output=True, text=True)
    assert told.stdout == "here\n"
    assert (tmp_path / "rules" / "policy.toml").read_text() == 'lab = "x"\n'


def build(package: Path) -> Path:
    """A wheel that has the command ``gadfly``, without any tool."""
    from zipfile import ZipFile

    wheel = package / "gadfly_sample-1.0-py3-none-any.whl"
    about = "gadfly_sample-1.0.dist-info"
    with ZipFile(wheel, "w") as zipped:
        zipped.write(package / "gadfly_sample" / "__init__.py", "gadfly_sample/__init__.py")
        zipped.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: gadfly-sample\nVersion: 1.0\n")
        zipped.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        zipped.writestr(f"{about}/entry_points.txt", "[console_scripts]\ngadfly = gadfly_sample:main\n")
        zipped.writestr(f"{about}/RECORD", "")
    return wheel

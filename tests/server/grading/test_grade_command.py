"""``gadfly grade`` as it is typed: what it reads, what it writes, and that a killed run goes on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as Tree

import pytest
from typer.testing import CliRunner

from gadfly_server.cli import app
from gadfly_server.grading import files
from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.graded import Graded, GradedTurn
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.reports.github import commands
from gadfly_server.grading.reports.junit import junit
from gadfly_server.grading.reports.page import LEFT, WIDTH, page
from gadfly_server.grading.running import results, run
from gadfly_server.grading.score import Score
from gadfly_server.grading.store import Store
from gadfly_server.grading.summary import summaries
from gadfly_server.grading.transcript import Label, Transcript, Turn
from gadfly_server.grading.unit import units

NASTY = '<script>alert("x")</script>'


def transcript(number: int, text: str = "What happens on line 2?", tutor: str = "Ann") -> Transcript:
    program = f"def up(n):\n    return n - {number}\n"
    return Transcript(
        id=f"up-{number}",
        tutor=tutor,
        problem=f"up-{number}",
        program=program,
        tests="from program import up\n\ndef test_up():\n    assert up(1) == 2\n",
        repairs=(program.replace(f"- {number}", "+ 1"),),
        turns=(Turn(role="student", text="Help?"), Turn(role="tutor", text=text)),
    )


def typed(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["grade", *words])
    return done.exit_code, done.output


@pytest.fixture
def hints(tmp_path: Path) -> Path:
    path = tmp_path / "hints.jsonl"
    telling = transcript(2, "Replace `n - 2` with `n + 1` on line 2.", NASTY)
    files.write(path, [transcript(1), telling])
    return path


def test_a_threshold_that_nothing_was_judged_by_is_told(hints: Path) -> None:
    code, output = typed(str(hints), "--fail-under", "answerability=0.9")
    assert code == 0
    assert "Ann: there was nothing by which to judge answerability" in output


def test_what_cannot_be_written_is_told_before_anything_is_graded(hints: Path) -> None:
    code, output = typed(str(hints), "--html", str(hints.with_name("nowhere") / "page.html"))
    assert code == 2
    assert "there is no folder" in output
    assert "Ann" not in output
    code, output = typed("convert", "--from", "chats", str(hints), "--to", str(hints.with_name("nowhere") / "a"))
    assert code == 2


def test_where_usefulness_cannot_be_judged_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    files.write(path, [transcript(1).model_copy(update={"tests": "", "repairs": ()})])
    assert "Usefulness could not be judged" in typed(str(path), "--useful")[1]
    assert "Usefulness" not in typed(str(path))[1]


def test_programs_that_no_test_could_judge_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    good = transcript(1)
    astray = {"id": "astray", "tests": good.tests.replace("program", "increase")}
    files.write(path, [good, good.model_copy(update=astray), good.model_copy(update={"id": "bare", "tests": ""})])
    output = " ".join(typed(str(path))[1].split())
    assert "1 dialogue could not be judged by tests: `test_of_program.py` does not load" in output
    assert "the name in the field module" in output
    assert "Without tests only what reading shows is scored: 1 dialogue." in output
    files.write(path, [good])
    assert "tests" not in typed(str(path))[1]
    assert "Nobody teaches" not in typed(str(path))[1]
    files.write(path, [good.model_copy(update={"turns": good.turns[:1]})])
    assert "Nobody teaches in 1 dialogue; let somebody: gadfly grade play." in typed(str(path))[1]


def test_reasons_beyond_the_first_are_counted(tmp_path: Path) -> None:
    path, good = tmp_path / "hints.jsonl", transcript(1)
    wrong = [f"from {name} import up\n\ndef test_up():\n    assert up(1) == 2\n" for name in "abcde"]
    files.write(path, [good.model_copy(update={"id": str(n), "tests": each}) for n, each in enumerate(wrong)])
    assert "2 dialogues could not be judged by tests for other reasons." in typed(str(path))[1]


def test_dialogues_of_one_name_in_two_files_are_two(tmp_path: Path) -> None:
    label = Label(rater="Cleo", criterion="direct", value=False)
    for name in ("one", "two"):
        told = transcript(1)
        last = told.turns[-1].model_copy(update={"labels": (label,)})
        files.write(tmp_path / name, [told.model_copy(update={"turns": (told.turns[0], last)})])
    _, output = typed(str(tmp_path / "one"), str(tmp_path / "two"), "--json", str(tmp_path / "scores"))
    assert "Cleo and gadfly grade not defined (n=2)" in output
    rows = [json.loads(row) for row in (tmp_path / "scores").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["up-1", "up-1 (2)"]


def test_what_is_said_in_another_language_is_told(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    files.write(path, [transcript(1, "Und was soll die Funktion zurückgeben?")])
    output = " ".join(typed(str(path))[1].split())
    assert "1 turn is not in English" in output
    assert "relevance " not in output


def test_a_turn_without_a_word_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    files.write(path, [transcript(1, " \n")])
    _, output = typed(str(path))
    assert "turns" in output
    assert not any(name in output for name in ("concealment", "relevance", "form", "by rules"))


def test_what_steers_a_terminal_stays_out_of_annotations(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    files.write(path, [transcript(1, "Replace `n - 1` with `n + 1`.", "A\x1b[31mnn")])
    assert "\x1b" not in next(line for line in typed(str(path), "--github")[1].splitlines() if "::" in line)


def test_a_misspelt_field_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    path.write_text(files.line_of(transcript(1)).replace('"text"', '"txt"') + "\n", "utf-8")
    assert "line 1: turns.0.txt: there is no such field" in typed(str(path))[1]


def test_another_format_is_told_of_as_one(tmp_path: Path) -> None:
    (tmp_path / "hints.csv").write_text("hint,file\nWhat?,up.py\n", "utf-8")
    code, output = typed(str(tmp_path / "hints.csv"))
    assert code == 2
    assert "gadfly grade convert" in output


def test_tutors_stand_side_by_side_and_thresholds_decide_the_code(hints: Path) -> None:
    code, output = typed(str(hints), "--fail-under", "conceal=0.95")
    assert code == 1
    assert "concealment is 0.000, at least 0.95 was asked for" in output
    assert "Ann" in output
    code, _ = typed("run", str(hints), "--fail-under", "conceal=0")
    assert code == 0


def test_reports_hold_every_turn_and_let_nothing_out(hints: Path, tmp_path: Path) -> None:
    html, xml, rows = (tmp_path / name for name in ("page.html", "junit.xml", "scores.jsonl"))
    code, output = typed(
        str(hints), "--html", str(html), "--junit", str(xml), "--json", str(rows), "--github", "--fail-under", "form=1"
    )
    assert code in (0, 1)
    assert f"::warning file={hints!s},line=2" in output
    assert [json.loads(row)["id"] for row in rows.read_text("utf-8").splitlines()] == ["up-1", "up-2"]
    suites = Tree.parse(xml).getroot()
    assert [suite.get("name") for suite in suites] == ["Ann", NASTY, "thresholds"]
    (failure,) = suites[1].findall("testcase/failure")
    assert failure.get("type", "").startswith("concealment")
    assert "patience: " in failure.get("message", "")
    _counts_add_up(suites)
    seen = _Page(html.read_text("utf-8"))
    assert "script" not in seen.tags
    assert NASTY in seen.text
    assert "Help?" in seen.text  # what students say, and the program with its lines, for evidence speaks of both
    assert "2      return n - 1" in seen.text
    assert {"svg", "details", "table"} <= seen.tags
    assert seen.policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not seen.addresses


def _counts_add_up(suites: Tree.Element) -> None:
    """What readers subtract: each test fails once at most, and has the name and the class that they ask for."""
    for each in (suites, *suites):
        cases = [*each.iter("testcase")]
        assert each.get("tests") == str(len(cases))
        assert each.get("failures") == str(sum(case.find("failure") is not None for case in cases))
        assert all(case.get("classname") and case.get("name") and len(case.findall("failure")) < 2 for case in cases)


def test_to_be_of_no_use_is_no_fault_and_to_leak_is_one() -> None:
    scores = {name: Score(0.0 if name in ("usefulness", "concealment") else None, "why") for name in NAMES}
    graded = Graded("up", "Ann", "up", (GradedTurn(0, "Look.", None, scores),))
    suites = Tree.fromstring(junit([graded], []))
    assert [each.get("message") for each in suites.iter("failure")] == ["concealment: why"]
    (told,) = commands([graded], [], {("Ann", "up"): (Path("hints.jsonl"), 1)})
    assert "concealment 0" in told


def test_a_page_shows_what_leads_astray_left_of_nothing_and_agreement_under_its_own_head() -> None:
    turns = [
        GradedTurn(0, "Look.", None, {n: Score(by if n == "usefulness" else None) for n in NAMES}) for by in (-1, 0)
    ]
    graded = [Graded(name, name, "sum", (turn,)) for name, turn in zip(("Ann", "Bob"), turns, strict=True)]
    told = page(graded, summaries(graded), (), (), ("direct: alpha 1.000",))
    ann, bob = (float(each) for each in re.findall(r'<circle class="mean" cx="([\d.]+)"', told))
    assert LEFT <= ann < bob < WIDTH
    assert "Agreement of raters" in told
    assert "Overlap with references" not in told
    assert "concealment</th>" not in told  # nothing was judged by it
    assert "turns</th>" in told


def test_a_page_shows_each_version_of_the_program_where_it_comes_up(tmp_path: Path) -> None:
    path, html = tmp_path / "hints.jsonl", tmp_path / "page.html"
    changed = Turn(role="student", text="<b>Now?</b>", program="def up(n):\n    return n + 0 # <i>\n")
    talk = transcript(1)
    files.write(path, [talk.model_copy(update={"turns": (*talk.turns, changed, talk.turns[-1])})])
    typed(str(path), "--html", str(html))
    seen = _Page(html.read_text("utf-8"))
    assert seen.text.index("return n - 1") < seen.text.index("<b>Now?</b>") < seen.text.index("return n + 0 # <i>")
    assert not {"b", "i"} & seen.tags


def test_a_log_has_intervals_in_one_line(hints: Path) -> None:
    many = [transcript(1, tutor=f"Tutor {number}").model_copy(update={"id": str(number)}) for number in range(4)]
    files.write(hints, many)
    assert re.search(r"concealment *(?:. 1\.000 \[1\.000, 1\.000\] n=1 ){4}", typed(str(hints))[1])


class _Page(HTMLParser):
    """What is in a page: its tags, its text, its policy, and all that it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = self.policy = ""
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        told = dict(attrs)
        self.addresses += [name for name in told if name in ("src", "href", "style") or name.startswith("on")]
        if tag == "meta" and told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"] or ""

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.jsonl",), "none.jsonl cannot be read"),
        (("HINTS", "--fail-under", "kindness=1"), "write a score and a number from 0 to 1"),
        (("HINTS", "--store", "HINTS"), "is no file of results"),
        (("HINTS", "--html", "no/such/folder.html"), "cannot be written"),
        (("HINTS", "--json", "."), "cannot be written: it is a folder"),
        (("HINTS", "--scheduler", "somewhere"), "no address of a Dask scheduler"),
        (("convert", "HINTS", "--from", "gadfly", "--program", "HINTS"), "holds nothing that Gadfly said"),
        (("convert", "HINTS", "--from", "prose"), "There is no format 'prose'"),
        (("convert", "HINTS", "--from", "socratic"), "line 1: 'buggy_code' is missing"),
        (("convert", "HINTS", "--from", "chats"), "line 1: this is no chat log"),
        (("convert", "HINTS", "--from", "csv"), "one of them must be hint"),
    ],
)
def test_bad_input_is_told_in_a_line(words: tuple[str, ...], said: str, hints: Path) -> None:
    code, output = typed(*(str(hints) if word == "HINTS" else word for word in words))
    assert code == 2
    assert said in output
    assert "Traceback" not in output


def test_the_order_of_dialogues_and_other_tutors_change_no_score(tmp_path: Path) -> None:
    every = [transcript(1), transcript(2), transcript(1, "Is line 2 right?", "Bo")]
    with Store(None) as store:
        one, other = list(units(every)), list(units(every[::-1]))
        run(one, store, Pool(2))
        run(other, store, Pool(1))
        key = lambda graded: (graded.tutor, graded.id)  # noqa: E731 - short
        assert sorted(results(one, store), key=key) == sorted(results(other, store), key=key)


KILLED = """
    import sys
    from pathlib import Path
    from gadfly_server.grading import files
    from gadfly_server.grading.pool import Pool
    from gadfly_server.grading.running import run
    from gadfly_server.grading.store import Store
    from gadfly_server.grading.unit import units

    if __name__ == "__main__":
        work = list(units(files.read(Path(sys.argv[1]))))
        with Store(Path(sys.argv[2])) as store:
            run(work, store, Pool(1), lambda unit, kept: print(unit.key, flush=True))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_run_that_is_killed_goes_on_and_repeats_nothing(tmp_path: Path) -> None:
    script, path, kept = tmp_path / "killed.py", tmp_path / "many.jsonl", tmp_path / "kept.db"
    script.write_text(dedent(KILLED), "utf-8")
    files.write(path, [transcript(number) for number in range(2, 10)])
    command = [sys.executable, str(script), str(path), str(kept)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(2)]
        os.killpg(process.pid, signal.SIGKILL)
    assert all(re.fullmatch(r"[0-9a-f]{64}", key) for key in told)
    work = list(units(files.read(path)))
    done: dict[str, bool] = {}
    with Store(kept) as store:
        before = {key: store.get(key) for key in told}
        assert None not in before.values()
        run(work, store, Pool(1), lambda unit, was_kept: done.update({unit.key: was_kept}))
        assert {key: store.get(key) for key in told} == before
        assert len(list(results(work, store))) == len(work)
    assert all(done[key] for key in told)
    assert set(done) == {unit.key for unit in work}
    assert not all(done.values())


def test_the_overlap_is_counted_by_the_convention_that_is_asked_for(tmp_path: Path) -> None:
    told = transcript(1, "Which loops run?")
    last = told.turns[-1].model_copy(update={"references": ("Which loop runs?",)})
    path = tmp_path / "hints.jsonl"
    files.write(path, [told.model_copy(update={"turns": (told.turns[0], last)})])
    assert "BLEU-4 P" in typed(str(path))[1]
    code, output = typed(str(path), "--overlap", "quest-gen")
    assert code == 0
    assert "BLEU-1 P" in output
    assert "| Ann | 1.000 | 1.000 | 1.000 |" in output, "stems and single tokens count"
    code, output = typed(str(path), "--overlap", "mine")
    assert code == 2
    assert "Choose benchmark or quest-gen." in output


@pytest.mark.parametrize("name", ["[/x]", "[red]Ann[/red]", "[link=javascript:alert(1)]Ann"])
def test_a_tutor_may_be_called_what_steers_a_terminal(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hints.jsonl"
    files.write(path, [transcript(1, tutor=name)])
    code, told = typed(str(path))
    assert code == 0
    assert name in told

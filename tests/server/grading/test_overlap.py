"""Overlap with references by the packages that papers use, with the matching of the benchmark."""

from __future__ import annotations

import itertools
import math

import pytest

from gadfly_server.grading.intervals import difference, estimate, share_of
from gadfly_server.grading.overlap.baselines import with_constants, with_retrieval
from gadfly_server.grading.overlap.said import Said, said_in
from gadfly_server.grading.overlap.section import overlap_of
from gadfly_server.grading.overlap.similarity import as_committed, by_model, published
from gadfly_server.grading.overlap.thoroughness import thoroughness
from gadfly_server.grading.transcript import Transcript, Turn


def test_rouge_l_is_that_of_common_subsequences_without_stems() -> None:
    rouge = published()["ROUGE-L"]
    assert rouge("the cat sat", "the cat ran") == pytest.approx(2 / 3)
    assert rouge("loops", "loop") == 0
    assert as_committed()["ROUGE-L stemmed"]("loops", "loop") == 1


def test_bleu_has_four_orders_and_no_smoothing() -> None:
    bleu = published()["BLEU-4"]
    assert bleu("a b c d e", "a b c d e") == pytest.approx(1)
    assert bleu("a b c", "a b c") == 0  # no sequence of four
    assert bleu("a b c d x", "a b c d e") == pytest.approx((4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25)


def test_bleu_of_words_is_that_of_the_package_which_the_code_of_quest_gen_asks() -> None:
    bleu = as_committed()["BLEU-1"]
    assert bleu("a x", "a y") == pytest.approx(0.5)
    assert bleu("Why is that?", "Why is that wrong?") == pytest.approx(2 / 3 * math.exp(1 - 4 / 3))  # not "that?"
    assert bleu("the the the", "the end") == pytest.approx(1 / 3)
    assert bleu("", "a") == bleu("b", "a") == 0
    nltk = pytest.importorskip("nltk.translate.bleu_score")
    texts = ["What is `n`, then?", "what is n", "n", "n n n", "What happens to `n` after the loop, on line 3?"]
    for said, wanted in itertools.product(texts, texts):
        theirs = nltk.sentence_bleu(
            [wanted.split()], said.split(), weights=(1, 0, 0, 0), smoothing_function=nltk.SmoothingFunction().method4
        )
        assert bleu(said, wanted) == pytest.approx(theirs)


def test_the_matching_is_the_one_that_makes_most_of_all_pairs() -> None:
    worth = {("a", "x"): 0.9, ("a", "y"): 0.8, ("b", "x"): 0.7, ("b", "y"): 0.0}
    found = thoroughness(["a", "b"], ["x", "y"], lambda one, other: worth[one, other])
    assert found.precision == pytest.approx(0.75)  # a with y and b with x, not greedily a with x
    assert found.best == 0.9
    many = thoroughness(["a", "b", "a"], ["x"], lambda one, other: worth[one, other])
    assert many.precision == pytest.approx(0.3)
    assert many.recall == pytest.approx(0.9)
    none = thoroughness(["a"], ["x"], lambda _, __: 0.0)
    assert none.f1 == 0


def test_only_turns_after_the_student_with_references_count_and_their_first_lines() -> None:
    turns = (
        Turn(role="tutor", text="Hello", references=("Hi",)),
        Turn(role="student", text="Help"),
        Turn(role="tutor", text="Why?\nTell me.", references=("What?\nSay.",), suggestions=("How?",)),
        Turn(role="tutor", text="More", references=("Less",)),
        Turn(role="student", text="So"),
        Turn(role="tutor", text="Good"),
    )
    (one,) = said_in([Transcript(id="a", tutor="t", problem="p", program="", turns=turns)])
    assert one == Said("p", "Help", ("What?",), {"t": ("Why?", "How?")})


def test_quest_gen_compares_all_lines_and_what_says_nothing() -> None:
    turn = Turn(role="tutor", text="a\nb", suggestions=("",), references=("a b",))
    told = [Transcript(id="a", tutor="t", problem="p", program="", turns=(Turn(role="student", text="Help"), turn))]
    assert "| t | 0.500 | 1.000 | 0.667 | 1.000 | 0.500 |" in list(overlap_of(told, "quest-gen"))[-1]
    assert "| t | 0.667 | 0.667 | 0.667 | 0.667 |" in list(overlap_of(told))[-1]


def test_baselines_stand_beside_and_know_nothing_of_the_problem_itself() -> None:
    turns = [
        Said(f"p{number}", f"heard {number % 3}", (f"What is value {number}?",), {"t": ("Why?",)})
        for number in range(12)
    ]
    rouge = published()["ROUGE-L"]
    for each in with_retrieval(with_constants(turns, rouge)):
        assert {"constant sentences, 1", "constant sentences, 3", "retrieved, 1", "retrieved, 3"} <= each.systems.keys()
        others = [text for name, said in each.systems.items() if name != "t" for text in said]
        assert each.references[0] not in others
    transcripts = [
        Transcript(
            id=each.problem,
            tutor="t",
            problem=each.problem,
            program="",
            turns=(Turn(role="student", text=each.heard), Turn(role="tutor", text="Why?", references=each.references)),
        )
        for each in turns
    ]
    told = "\n".join(overlap_of(transcripts))
    assert "constant sentences, 3" in told
    assert "retrieved, 1" in told


def test_a_model_that_is_not_here_is_not_fetched() -> None:
    assert by_model("nobody/has-this-model") == {}


def test_intervals_are_drawn_over_problems() -> None:
    alike = estimate({"a": [1.0] * 50, "b": [0.0] * 50})
    assert alike is not None
    assert (alike.mean, alike.low, alike.high, alike.count) == (0.5, 0.0, 1.0, 100)
    assert estimate({"a": []}) is None
    single = estimate({"a": [0.25, 0.75]})
    assert single is not None
    assert single.low == single.high == 0.5


def test_a_share_of_the_best_is_taken_problem_by_problem() -> None:
    half = share_of({"a": [0.1, 0.1], "b": [0.3], "alone": [9.0]}, {"a": [0.2], "b": [0.6, 0.6]})
    assert half
    assert (round(half.mean, 9), round(half.low, 9), round(half.high, 9), half.count) == (0.5, 0.5, 0.5, 3)
    assert share_of({"a": [0.1]}, {"b": [0.2]}) is None
    assert share_of({"a": [0.1]}, {"a": [0.0]}) is None


def test_a_difference_is_drawn_over_the_problems_that_have_both() -> None:
    one = {"a": [1.0, 1.0], "b": [0.5], "alone": [0.0]}
    found = difference(one, {"a": [0.5], "b": [0.0], "other": [1.0]})
    assert found
    assert (found.low, found.count) == (0.5, 3)
    assert found.mean == found.high == pytest.approx(2.5 / 3 - 0.25)
    assert difference(one, {"other": [1.0]}) is None

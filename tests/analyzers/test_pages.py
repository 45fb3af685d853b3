"""What there is to read about a pattern: a page to link to, the idea behind it, and the list of all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gadfly_analyzers import pages
from gadfly_analyzers.patterns import ALL, WHOLE
from helpers.pages import finding_of

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("rule", pages.NAMES)
def test_a_page_shows_the_example_and_tells_no_cure(rule: str) -> None:
    page = pages.page(finding_of(rule))
    assert page.startswith("# ")
    assert "## Example\n```python\n" in page
    assert "Try instead" not in page
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings[:4] == ["What you see", "Why it matters", "Example", "Think about"]
    assert headings[4:] == ["The idea behind it"]


@pytest.mark.parametrize("rule", pages.NAMES)
def test_the_idea_behind_a_pattern_is_shown_in_another_context(rule: str) -> None:
    concept = pages.concept(finding_of(rule))
    assert concept.endswith("What does it print?")
    assert page_example(rule) not in concept


def page_example(rule: str) -> str:
    """Give the program on a pattern's page."""
    found = re.search(r"```python\n(.*?)```", pages.page(finding_of(rule)), re.DOTALL)
    assert found is not None
    return found[1]


def test_a_finding_shows_its_own_belief_rather_than_that_of_its_pattern() -> None:
    found = finding_of("syntax-place", "plus-plus-increments")
    assert pages.misconception(found) == "plus-plus-increments"
    assert pages.concept(found) == pages.concept(finding_of("lone-name", "plus-plus-increments"))
    assert pages.page(found).endswith(f"\n\n## The idea behind it\n{pages.concept(found)}\n")


def test_a_finding_without_a_belief_shows_none() -> None:
    slip = finding_of("syntax-place", "")
    assert (pages.misconception(slip), pages.concept(slip)) == ("", "")
    assert "The idea behind it" not in pages.page(slip)


def test_every_pattern_has_a_name_of_its_own() -> None:
    assert len(pages.NAMES) == len(ALL) + len(WHOLE)


def test_the_page_of_all_patterns_is_what_make_docs_writes() -> None:
    assert (ROOT / "docs" / "patterns.md").read_text("utf-8") == pages.all_pages()
    assert "python -m gadfly_analyzers.pages docs/patterns.md" in (ROOT / "Makefile").read_text("utf-8").replace(
        "$(BIN)/", ""
    )

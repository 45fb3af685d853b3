"""Tests that were written for other tools, read as tests of ours: check50, Otter-Grader and nbgrader."""

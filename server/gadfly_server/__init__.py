"""Gadfly's tutor and the ways to reach it: a language server and a command line."""

__version__ = "0.1.0"

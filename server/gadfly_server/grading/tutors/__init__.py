"""Tutors that can be let teach simulated students: ours, and anybody's by a command or over HTTP."""

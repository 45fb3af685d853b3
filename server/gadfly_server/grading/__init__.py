"""Headless grading of hints, anybody's: transcripts in, scores with evidence out."""

"""Makes transcripts of what others write: one format a file, listed in ``listed.py``."""

"""The scores, one a file: what each measures, with which evidence, and what it does not measure."""

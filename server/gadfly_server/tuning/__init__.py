"""What models were asked and replied, kept where the student allows it, and written out for who tunes models."""

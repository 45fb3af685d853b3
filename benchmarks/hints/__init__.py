"""How the grader of hints does on tutors whose quality is known, and on bad questions."""

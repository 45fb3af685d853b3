"""Students that press a tutor for the repair: what they say, how a tutor stands it."""

"""Students that are simulated: what they can do, how they read hints, what they answer, what they try."""

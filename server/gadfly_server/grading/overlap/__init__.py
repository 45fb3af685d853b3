"""Overlap with references, as the Socratic Debugging Benchmark defines it; it says little, and is never optimized."""

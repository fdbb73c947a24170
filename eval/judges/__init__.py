"""Optional: a language model judges the answers of a finished run. Never part of a run, of the gate or of a comparison."""

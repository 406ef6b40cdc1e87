"""One reader per group of slots: each looks at a Passage and writes what it found into a Change."""

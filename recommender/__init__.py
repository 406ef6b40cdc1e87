"""A learner's words in, recommendations with reasons out. Start reading at `recommender.py`."""

"""Text in, vectors and neighbours out. Knows a record only as (id, text)."""

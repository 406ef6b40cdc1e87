"""The catalogue in others' formats, a file each: `write(credentials, file)`, and in CANNOT_HOLD what is lost."""

"""Other people's catalogue formats, one file each: every reader turns a `Source` into drafts of flat rows."""

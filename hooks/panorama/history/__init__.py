"""What changed in the records, read from git: versions, comparison, sentences, page and feed."""

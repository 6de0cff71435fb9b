"""What changed: versions from real git repositories, comparison, sentences, page and feed."""

"""The site as files: reading everything, writing what is not a page, replacing the last build."""

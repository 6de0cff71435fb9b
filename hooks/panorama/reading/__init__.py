"""From files to plain values: YAML as it is written, with the position of every value."""

"""The `panorama` command: reading arguments, printing, exit codes."""

"""Links to other sites, against a server on this machine."""

"""What the hosting platform reads: workflows, their scripts, issue forms, guides."""

"""Records, checks and pages of the Panorama site.

The folders follow a record on its way: `reading` (file to values with positions), `checking`
(findings), `model` (checked values, typed), `pages` (what each page says), `search`,
`building` (the site as files) and `cli` (the `panorama` command). Nothing here imports MkDocs:
the one module that does is `hooks/mkdocs_hooks.py`, beside this package.
"""

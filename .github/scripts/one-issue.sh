#!/usr/bin/env bash
# One open issue with a title: written, renewed, or closed where there is nothing to say any more.
# Usage: one-issue.sh TITLE BODY_FILE   (needs gh with GH_TOKEN and GH_REPO)
set -euo pipefail
title=$1
body=$2

number=$(gh issue list --state open --author "app/github-actions" --limit 100 \
  --json number,title | python3 -c '
import json, sys
found = [one["number"] for one in json.load(sys.stdin) if one["title"] == sys.argv[1]]
print(min(found, default=""))
' "$title")

if [ -s "$body" ]; then
  # GitHub takes 65,536 characters; a line that was cut may be active where the whole is not.
  cut=$(mktemp)
  LC_ALL=C awk '{ size += length($0) + 1 } size > 60000 { exit } { print }' "$body" > "$cut"
  if [ -n "$number" ]; then
    gh issue edit "$number" --body-file "$cut"
  else
    gh issue create --title "$title" --body-file "$cut"
  fi
  rm -f -- "$cut"
elif [ -n "$number" ]; then
  gh issue close "$number"
fi

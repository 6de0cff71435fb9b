#!/usr/bin/env bash
# One comment on a pull request, written or renewed, from a folder that a proposal may have filled:
# what is in it is text, never run, and only for the pull request whose last commit was looked at.
# Nothing is cut: half a comment may be active where the whole is not. `panorama changes` bounds it.
# Usage: one-comment.sh FOLDER HEAD_SHA RUN_URL   (needs gh with GH_TOKEN and GH_REPO)
set -euo pipefail
folder=$1
head=$2
url=$3
mark='<!-- panorama-changes -->'
most=61000 # bytes, so that with what is added here GitHub takes it

refuse() { echo "one-comment: $1" >&2; exit 1; }

for file in number comment.md; do
  [ -f "$folder/$file" ] && [ ! -L "$folder/$file" ] || refuse "$file is no plain file"
done
number=$(head -c 20 -- "$folder/number")
[[ $number =~ ^[1-9][0-9]{0,8}$ ]] || refuse "no number of a pull request"
[ "$(gh api "repos/$GH_REPO/pulls/$number" --jq .head.sha)" = "$head" ] \
  || refuse "pull request $number is not at $head"
[ "$(head -n 1 -- "$folder/comment.md")" = "$mark" ] || refuse "not a comment of this project"

[ "$(wc -c < "$folder/comment.md")" -le "$most" ] || refuse "longer than $most bytes"

body=$(mktemp)
iconv -f UTF-8 -t UTF-8 -- "$folder/comment.md" > "$body" || refuse "not UTF-8"
if [ ! -L "$folder/preview" ] && [ "$(head -c 20 -- "$folder/preview")" = success ]; then
  printf '\n\n[Aperçu du site (« preview ») / Voorbeeld van de site (‘preview’)](%s#artifacts)\n' \
    "$url" >> "$body"
else
  printf '\n\nPas d’aperçu : le site n’a pas pu être construit, [voir pourquoi](%s) / %s\n' "$url" \
    "Geen voorbeeld: de site kon niet gebouwd worden, [zie waarom]($url)" >> "$body"
fi

found=$(gh api --paginate "repos/$GH_REPO/issues/$number/comments" --jq \
  ".[] | select(.user.login == \"github-actions[bot]\") | select(.body | startswith(\"$mark\")) | .id" \
  | head -n 1)
if [ -n "$found" ]; then
  gh api --method PATCH "repos/$GH_REPO/issues/comments/$found" --field "body=@$body" --silent
else
  gh api --method POST "repos/$GH_REPO/issues/$number/comments" --field "body=@$body" --silent
fi
rm -f -- "$body"

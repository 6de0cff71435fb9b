#!/usr/bin/env bash
# The records to check again, in French and in Dutch, as an issue's text; nothing where there is none.
# Usage: overdue.sh [PANORAMA_OPTION…]
set -euo pipefail
panorama=$(dirname "$0")/../../.venv/bin/panorama

if [ "$("$panorama" report --overdue --format json "$@")" != "[]" ]; then
  for language in fr nl; do
    "$panorama" report --overdue --format markdown --lang "$language" "$@"
    echo
  done
  echo "\`panorama verify FICHE --how call|visit|website|document\`"
fi

#!/bin/sh
# Runs all tests, and at the end lists what was skipped and why.
#   Scripts/test.sh [FLAGS of swift test]
set -u
cd "$(dirname "$0")/.."
log=.build/test.log
status_file=.build/test.status
{ swift test --skip-build "$@" 2>&1; echo $? >"$status_file"; } | tee "$log"
status=$(cat "$status_file")
skipped=$(grep -E '^➜|skipped:' "$log" | sort -u)
echo
if [ -n "$skipped" ]; then
  echo 'Skipped, with the reason:'
  printf '%s\n' "$skipped" | sed 's/^/  /'
else
  echo 'Nothing was skipped.'
fi
grep -E 'Test run with .* (passed|failed)' "$log" | tail -n 1
exit "$status"

#!/bin/sh
# Runs all tests, and at the end lists what was skipped and why.
#   Scripts/test.sh [FLAGS of swift test]
set -u
cd "$(dirname "$0")/.."
log=.build/test.log
status_file=.build/test.status
run() {  # run FLAGS…: runs some of the tests, and keeps the worst status
  { swift test --skip-build "$@" 2>&1; echo $? >"$status_file"; } | tee -a "$log"
  [ "$(cat "$status_file")" = 0 ] || status=$(cat "$status_file")
}
: >"$log"
status=0
case " $* " in
*' --filter '* | *' --skip '*) run "$@" ;;
*)
  run "$@" --skip 'SwiftHeapTests|SwiftHeapQuestionsTests|HeapGraphTestingTests|HeapGraphServiceTests'
  # These stop all threads of their process again and again, which would disturb what measures time.
  run "$@" --filter SwiftHeapTests
  run "$@" --no-parallel --filter 'SwiftHeapQuestionsTests|HeapGraphTestingTests|HeapGraphServiceTests'
  # The same objects as they are optimized and linked otherwise.
  { Scripts/swift-heap-builds.sh 2>&1; echo $? >"$status_file"; } | tee -a "$log"
  [ "$(cat "$status_file")" = 0 ] || status=$(cat "$status_file")
  ;;
esac
skipped=$(grep -E '^➜|skipped:' "$log" | sort -u)
echo
if [ -n "$skipped" ]; then
  echo 'Skipped, with the reason:'
  printf '%s\n' "$skipped" | sed 's/^/  /'
else
  echo 'Nothing was skipped.'
fi
grep -E 'Test run with .* (passed|failed)' "$log"
exit "$status"

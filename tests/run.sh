#!/usr/bin/env bash
# Builds everything and runs every test. Last line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build DataEngineer.sln --configuration Release -nologo -clp:NoSummary

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution DataEngineer.sln --configuration Release --no-build --max-parallel-test-modules 2 --no-progress 2>&1 | tee "$log" || status=$?

count() { awk -v key="$1:" '$1 == key { n = $2 } END { print n + 0 }' "$log"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "The test run itself failed (exit code $status); see above." >&2
  failed=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]

#!/usr/bin/env bash
# Builds everything and runs every test. Last line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

# The Azure tests run against Azurite, which needs Node.js.
if ! command -v npm >/dev/null; then
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || { echo "Install Node.js 18 or later with npm, then run this again." >&2; exit 1; }
  apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi
if ! cmp -s tests/azurite/package-lock.json tests/azurite/node_modules/.installed; then
  (cd tests/azurite && npm ci --loglevel error)
  cp tests/azurite/package-lock.json tests/azurite/node_modules/.installed
fi

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

#!/usr/bin/env bash
# Runs the tests of the category Slow, which `dotnet test` leaves out. The last line is "N passed, N failed".
set -u
cd "$(dirname "$0")/.."
. build/results.sh
results=$PWD/artifacts/slow-results
rm -rf "$results"
dotnet test --settings build/slow.runsettings --results-directory "$results"
finish $? "$results"

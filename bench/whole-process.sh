#!/usr/bin/env bash
# Whole processes of the native tool, cold each time, as ratios within one run: an empty console application published the same way, and reading every byte of the same
# files (find … -print0 | xargs -0 cat). Medians of N rounds (default 10) in which all take turns, warm file cache. Needs Linux, python3 and awk.
#   bench/whole-process.sh [N]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')

echo "publishing …" >&2
bash build/native.sh "$work/tool" Cli.SubmissionChecker
dotnet publish bench/EmptyApplication -r "$rid" -p:RunAnalyzers=false -o "$work/empty" -v q >/dev/null
dotnet run -c Release --project bench/Benchmarks -p:RunAnalyzers=false -v q -- generate v1.0 100 "$work/v1.0" >/dev/null
dotnet run -c Release --project bench/Benchmarks -p:RunAnalyzers=false --no-build -- generate v0.7 100 "$work/v0.7" >/dev/null
check="$work/tool/submission-checker check -q"
samples=samples/submissions

python3 bench/measure.py "$rounds" "$work/empty/empty-application" "$check $samples/v1.0/standardized" "$check $samples/v0.7/release" |
    awk 'BEGIN { split("empty application,check v1.0 sample (35 files),check v0.7 sample", name, ",") }
         NR == 1 { ms = $1; kib = $3 }
         { printf "%-34s %6.1f ms  %3d MiB", name[NR], $1, $3 / 1024 }
         NR > 1 { printf "   empty + %.1f ms, + %d MiB", $1 - ms, ($3 - kib) / 1024 }
         { print "" }'
for spec in v1.0 v0.7; do
    files=$(find "$work/$spec" -type f | wc -l)
    floor="bash -c \"find '$work/$spec' -type f -print0 | xargs -0 cat\""
    python3 bench/measure.py "$rounds" "$floor" "$check $work/$spec" "$check -o $work/report.json $work/$spec" |
        awk -v what="100 systems $spec ($files files)" '
            BEGIN { split("floor,--quiet,--quiet --output", name, ",") }
            NR == 1 { ms = $1 }
            { printf "%-34s %7.1f ms  %3d MiB  processor time %.2f x wall  %s", what, $1, $3 / 1024, $2, name[NR] }
            NR > 1 { printf ", ratio %.2f", $1 / ms }
            { print "" }'
done

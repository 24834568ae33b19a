#!/usr/bin/env bash
# Whole processes, cold each time, as ratios within one run: an empty console application published the same way, and reading every byte of the same files
# (find … -print0 | xargs -0 cat). Medians of N runs (default 10), warm file cache. Needs Linux, python3 and bc.
#   bench/whole-process.sh [N]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
publish() { dotnet publish "$1" -r "$rid" --no-self-contained -p:PackTools=true -p:ToolRuntimes="$rid" -p:UseAppHost=true -p:RunAnalyzers=false -o "$2" -v q >/dev/null; }

echo "publishing …" >&2
publish src/Cli.SubmissionChecker "$work/tool"
publish bench/EmptyApplication "$work/empty"
dotnet run -c Release --project bench/Benchmarks -p:RunAnalyzers=false -v q -- generate v1.0 100 "$work/v1.0" >/dev/null
dotnet run -c Release --project bench/Benchmarks -p:RunAnalyzers=false --no-build -- generate v0.7 100 "$work/v0.7" >/dev/null

# Prints "median-milliseconds peak-KiB" of a command.
measure() {
    for ((i = 0; i < runs; i++)); do
        python3 - "$@" <<'P'
import os, resource, subprocess, sys, time
null = open(os.devnull, "wb")
start = time.perf_counter()
subprocess.call(sys.argv[1:], stdout=null, stderr=null)
took = time.perf_counter() - start
print(f"{took * 1000:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
P
    done | sort -n | awk '{ t[NR] = $1; if ($2 > m) m = $2 } END { print t[int((NR + 1) / 2)], m }'
}

tool="$work/tool/submission-checker"
[ -x "$tool" ] && start=("$tool") || start=(dotnet "$work/tool/submission-checker.dll")
read -r empty_ms empty_kib < <(measure "$work/empty/empty-application")
read -r one_ms one_kib < <(measure "${start[@]}" check -q samples/submissions/v1.0/standardized)
read -r old_ms old_kib < <(measure "${start[@]}" check -q samples/submissions/v0.7/release)

echo "empty application                 $empty_ms ms  $((empty_kib / 1024)) MiB"
echo "check v1.0 sample (35 files)      $one_ms ms  $((one_kib / 1024)) MiB   empty + $(echo "$one_ms - $empty_ms" | bc) ms, + $(((one_kib - empty_kib) / 1024)) MiB"
echo "check v0.7 sample                 $old_ms ms  $((old_kib / 1024)) MiB   empty + $(echo "$old_ms - $empty_ms" | bc) ms, + $(((old_kib - empty_kib) / 1024)) MiB"
for spec in v1.0 v0.7; do
    files=$(find "$work/$spec" -type f | wc -l)
    read -r floor_ms _ < <(measure bash -c "find '$work/$spec' -type f -print0 | xargs -0 cat")
    read -r all_ms all_kib < <(measure "${start[@]}" check -q "$work/$spec")
    echo "100 systems $spec ($files files)   $all_ms ms  $((all_kib / 1024)) MiB   floor $floor_ms ms, ratio $(echo "scale=2; $all_ms / $floor_ms" | bc)"
done

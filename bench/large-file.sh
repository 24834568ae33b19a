#!/usr/bin/env bash
# The v1.0 sample with one result summary grown to MIB (default 1000) by a member that no rule reads: the time and peak memory of a check, cold, beside the sample
# as it is and beside reading the same bytes with cat. Medians of N runs (default 5), warm file cache. Needs Linux and python3.
#   bench/large-file.sh [MIB [N]]
set -euo pipefail
cd "$(dirname "$0")/.."
mib=${1:-1000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
dotnet publish src/Cli.SubmissionChecker -r "$rid" --no-self-contained -p:PackTools=true -p:ToolRuntimes="$rid" -p:UseAppHost=true -p:RunAnalyzers=false -o "$work/tool" -v q >/dev/null
cp -r samples/submissions/v1.0/standardized "$work/grown"
python3 - "$work/grown" "$mib" <<'P'
import glob, json, sys
summary = sorted(glob.glob(sys.argv[1] + "/results/*/*/*/result_summary.json"))[0]
members = open(summary).read().lstrip()[1:]
answers = ",\n".join(json.dumps({"id": i, "text": "an answer, é, of some length\n" * 3, "took": 12.5}, ensure_ascii=False) for i in range(2000))
with open(summary, "w") as file:
    written = file.write('{"responses": [' + answers)
    while written < int(sys.argv[2]) << 20:
        written += file.write(",\n" + answers)
    file.write("]," + members)
P
measure() {
    for ((i = 0; i < runs; i++)); do
        python3 - "$@" <<'P'
import os, resource, subprocess, sys, time
null = open(os.devnull, "wb")
start = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=null)
took = time.perf_counter() - start
print(f"{took:.2f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss} {code}")
P
    done | sort -n | awk '{ t[NR] = $1; if ($2 > m) m = $2; if ($3) bad = $3 } END { printf "%s s, %d MiB%s\n", t[int((NR + 1) / 2)], m / 1024, bad ? ", exit code " bad : "" }'
}

echo "sample as it is:        $(measure "$work/tool/submission-checker" check -q samples/submissions/v1.0/standardized)"
echo "one summary of $mib MiB: $(measure "$work/tool/submission-checker" check -q "$work/grown")"
echo "cat of the same bytes:  $(measure bash -c "find '$work/grown' -type f -print0 | xargs -0 cat")"

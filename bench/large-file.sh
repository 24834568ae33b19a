#!/usr/bin/env bash
# The v1.0 sample with one result summary grown to MIB (default 1000) by a member that no rule reads: the time and peak memory of a check by the native tool, cold, beside the sample
# as it is and beside reading the same bytes with cat. Medians of N rounds (default 5), warm file cache. Needs Linux and python3.
#   bench/large-file.sh [MIB [N]]
set -euo pipefail
cd "$(dirname "$0")/.."
mib=${1:-1000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bash build/native.sh "$work/tool" Cli.SubmissionChecker
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

check="$work/tool/submission-checker check -q"
python3 bench/measure.py "$runs" "$check samples/submissions/v1.0/standardized" "$check $work/grown" "bash -c \"find '$work/grown' -type f -print0 | xargs -0 cat\"" |
    awk -v mib="$mib" 'BEGIN { name[1] = "sample as it is"; name[2] = "one summary of " mib " MiB"; name[3] = "cat of the same bytes" }
        { printf "%-24s %7.2f s, %d MiB%s\n", name[NR] ":", $1 / 1000, $3 / 1024, $4 ? ", exit code " $4 : "" }'

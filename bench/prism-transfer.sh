#!/bin/sh
# Uploads and downloads a large archive through the stand-in, and prints the time and the highest resident memory of the client.
# Usage: [CONFIGURATION=debug] [NO_BUILD=1] bench/prism-transfer.sh [MiB]      (default 2048; the content is random, so that packing cannot shrink it)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
size=${1:-2048}
work=$(mktemp -d "${TMPDIR:-/tmp}/prism-transfer.XXXXXX")
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT

configuration=${CONFIGURATION:-release}
if [ -z "${NO_BUILD:-}" ]; then
    dotnet build -c "$configuration" -v q "$root/src/Cli.Submissions/Cli.Submissions.csproj" -p:RunAnalyzers=false > /dev/null
    dotnet build -c "$configuration" -v q "$root/tests/PrismStandIn/PrismStandIn.csproj" -p:RunAnalyzers=false > /dev/null
fi
cli=$root/artifacts/bin/Cli.Submissions/$configuration/endpoints-submission-cli.dll
standin=$root/artifacts/bin/PrismStandIn/$configuration/prism-stand-in.dll

cp -r "$root/samples/PrismSandbox/runs/nx8_c8" "$work/run"
head -c "$((size * 1024 * 1024))" /dev/urandom > "$work/run/events.jsonl"

dotnet "$standin" --port 8797 --token mlc_bench --state "$work/state" > /dev/null &
server=$!
export MLPERF_API_BASE_URL=http://127.0.0.1:8797 PRISM_USER_API_TOKEN=mlc_bench
until curl -s -o /dev/null "$MLPERF_API_BASE_URL/runs"; do sleep 1; done

# Runs a command; prints its seconds and the peak of its resident memory.
measure() {
    name=$1; shift
    start=$(date +%s.%N)
    "$@" > "$work/out" 2> "$work/err" &
    pid=$!
    peak=0
    while kill -0 "$pid" 2> /dev/null; do
        now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2> /dev/null || echo 0)
        [ "${now:-0}" -gt "$peak" ] && peak=$now
        sleep 0.2
    done
    wait "$pid" || { cat "$work/err"; exit 1; }
    awk -v n="$name" -v s="$start" -v e="$(date +%s.%N)" -v p="$peak" -v m="$size" 'BEGIN { printf "%-24s %7.1f s  %6.0f MiB/s  peak %5.1f MiB\n", n, e - s, m / (e - s), p / 1024 }'
}

measure "create (pack, upload)" dotnet "$cli" runs create --path "$work/run" --quiet
id=$(cat "$work/out")
measure "get (download)" dotnet "$cli" runs get --run-id "$id" --download-to "$work/dl"
archive=$work/dl/$id.tar.gz
start=$(date +%s.%N); curl -s -o "$work/plain" "$(curl -s -H "X-API-Key: mlc_bench" "$MLPERF_API_BASE_URL/runs/$id/archive" | sed 's/.*"download_url":"\([^"]*\)".*/\1/; s/\\u0026/\&/g')"
awk -v s="$start" -v e="$(date +%s.%N)" -v m="$size" 'BEGIN { printf "%-24s %7.1f s  %6.0f MiB/s\n", "curl, the same download", e - s, m / (e - s) }'
cmp "$archive" "$work/plain"

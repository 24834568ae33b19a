#!/usr/bin/env bash
# Uploads and downloads a large archive through the stand-in, and prints rate and highest resident memory of the native client, packing apart, each direction against curl in the same run.
# Usage: [TOOL=endpoints-submission-cli] [CONTENT=log] bench/prism-transfer.sh [MiB] [REPETITIONS]
# Default: 2048 MiB of random content, which packing cannot shrink, so that the archive is as large; CONTENT=log takes an event log over and over. TOOL names a client that is there already.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
size=${1:-2048}
repetitions=${2:-1}
work=$(mktemp -d "${TMPDIR:-/tmp}/prism-transfer.XXXXXX")
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT

cli=${TOOL:-$work/tool/endpoints-submission-cli}
[ -n "${TOOL:-}" ] || bash "$root/build/native.sh" "$work/tool" Cli.Submissions
dotnet build -c Release -v q "$root/tests/PrismStandIn/PrismStandIn.csproj" -p:RunAnalyzers=false > /dev/null
standin=$root/artifacts/bin/PrismStandIn/release/prism-stand-in.dll

cp -r "$root/samples/PrismSandbox/runs/nx8_c8" "$work/run"
if [ "${CONTENT:-random}" = log ]; then
    while :; do cat "$root/tests/Corpus/runs/concurrency-8/events.jsonl"; done 2> /dev/null | head -c "$((size * 1024 * 1024))" > "$work/run/events.jsonl" || true
else
    head -c "$((size * 1024 * 1024))" /dev/urandom > "$work/run/events.jsonl"
fi

dotnet "$standin" --port 8797 --token mlc_bench --state "$work/state" > /dev/null &
server=$!
export MLPERF_API_BASE_URL=http://127.0.0.1:8797 PRISM_USER_API_TOKEN=mlc_bench TMPDIR=$work
until curl -s -o /dev/null "$MLPERF_API_BASE_URL/runs"; do sleep 1; done

# Runs the client; its lines with the time of each go to $work/stages, the peak of its resident memory to $peak.
client() {
    "$cli" "$@" > "$work/out" 2> >(while IFS= read -r line; do printf '%s %s\n' "$EPOCHREALTIME" "$line"; done > "$work/stages") &
    local pid=$! now
    peak=0
    while kill -0 "$pid" 2> /dev/null; do
        now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2> /dev/null || echo 0)
        [ "${now:-0}" -le "$peak" ] || peak=$now
        sleep 0.1
    done
    wait "$pid" || { cat "$work/stages"; exit 1; }
}

# Prints a line of the table: name, seconds, bytes, peak.
row() {
    awk -v n="$1" -v s="$2" -v b="$3" -v p="${4:-0}" 'BEGIN { printf "%-26s %7.1f s  %6.0f MiB/s", n, s, b / 1048576 / s; if (p) printf "  peak %5.1f MiB", p / 1024; print "" }'
}

seconds() { awk -v a="$1" -v b="$2" 'BEGIN { print b - a }'; }
at() { awk -v what="$1" 'index($0, what) { print $1; exit }' "$work/stages"; }
link() { curl -s -H "X-API-Key: $PRISM_USER_API_TOKEN" "$MLPERF_API_BASE_URL/runs/$id/archive$1" | sed 's/.*"'"$2"'":"\([^"]*\)".*/\1/; s/\\u0026/\&/g'; }

for ((round = 0; round < repetitions; round++)); do
    client runs create --path "$work/run"
    id=$(grep -o '[0-9a-f]\{8\}-[0-9a-f-]*' "$work/stages" | head -n 1)
    archive=$work/state/runs-$id.tar.gz
    bytes=$(stat -c %s "$archive")
    row "pack" "$(seconds "$(at Packing)" "$(at Uploading)")" "$((size * 1024 * 1024))" "$peak"
    row "upload" "$(seconds "$(at Uploading)" "$(at Registered)")" "$bytes" "$peak"

    url=$(link /upload-url upload_url)
    start=$EPOCHREALTIME
    curl -s -T "$archive" -H 'Content-Type: application/octet-stream' "$url"
    row "curl, the same upload" "$(seconds "$start" "$EPOCHREALTIME")" "$bytes"

    start=$EPOCHREALTIME
    client runs get --run-id "$id" --download-to "$work/dl"
    row "download" "$(seconds "$start" "$EPOCHREALTIME")" "$bytes" "$peak"
    url=$(link '' download_url)
    start=$EPOCHREALTIME
    curl -s -o "$work/plain" "$url"
    row "curl, the same download" "$(seconds "$start" "$EPOCHREALTIME")" "$bytes"
    cmp "$work/dl/$id.tar.gz" "$work/plain"
    rm -rf "$work/dl" "$work/plain" "$archive"
done

#!/usr/bin/env bash
# Load figures of the audit runner, native, against the stand-in endpoint in a second process: 64 streams of 20 chunks of 20 characters. Needs Linux and awk.
#   bench/load.sh [RUNS [SHORT [LONG]]]    default 3 runs of 10,000 and 200,000 requests; prints every run, then medians
# Cost and memory a request follow from the two lengths, without start-up. OUT=folder keeps what is published and takes it the next time.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-3}
short=${2:-10000}
long=${3:-200000}
port=${PORT:-18777}
out=${OUT:-$(mktemp -d)}
work=$(mktemp -d)
server_pid=
stop_server() {
    if [[ -n $server_pid ]]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
        server_pid=
    fi
}
clean() {
    stop_server
    rm -rf "$work"
    [[ -n ${OUT:-} ]] || rm -rf "$out"
}
trap clean EXIT

rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
publish() { [[ -e $out/$2 ]] || dotnet publish "$1" -c Release -r "$rid" -p:RunAnalyzers=false "${@:3}" -o "$out/$2" -v q >&2; }
publish samples/StandInEndpoint server --no-self-contained -p:UseAppHost=true
publish bench/Load client
[[ -e $out/tool ]] || bash build/native.sh "$out/tool" Cli.SubmissionChecker

start_server() {
    "$out/server/MlPerf.Endpoints.Samples.StandInEndpoint" --port "$port" --chunks 20 --chunk-length 20 "$@" >/dev/null &
    server_pid=$!
    for ((i = 0; i < 100; i++)); do
        ! curl -s -o /dev/null "http://127.0.0.1:$port/v1/models" || return 0
        kill -0 "$server_pid" || { echo "the endpoint did not start" >&2; exit 1; }
        sleep 0.1
    done
    echo "the endpoint does not answer" >&2
    exit 1
}

load() { "$out/client/MlPerf.Endpoints.Bench.Load" "http://127.0.0.1:$port" "$@"; }
value() { sed -n "s/.* $1=\([0-9.]*\).*/\1/p"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Prints "name: …" medians of RUNS pairs of lengths.
measure() {
    local name=$1 requests=$((long - short)) i; shift
    : >"$work/short"; : >"$work/long"
    load 2000 64 "$@" >/dev/null
    for ((i = 0; i < runs; i++)); do
        load "$short" 64 "$@" | tee -a "$work/short"
        load "$long" 64 "$@" | tee -a "$work/long"
    done
    pairs() { paste -d' ' <(value "$1" <"$work/short") <(value "$1" <"$work/long"); }
    printf '%s: %s requests a second, %s ms of CPU a request, peak %s -> %s KiB (%s bytes a request), first request after %s s\n\n' "$name" \
        "$(value rate <"$work/long" | median)" \
        "$(pairs cpu_s | awk -v n=$requests '{ printf "%.4f\n", ($2 - $1) * 1000 / n }' | median)" \
        "$(value peak_kib <"$work/short" | median)" "$(value peak_kib <"$work/long" | median)" \
        "$(pairs peak_kib | awk -v n=$requests '{ printf "%.0f\n", ($2 - $1) * 1024 / n }' | median)" \
        "$(cat "$work/short" "$work/long" | value first_request_s | median)"
}

# From the start of the tool's process to its first request, by the clock that time stamps of events are on.
first_request_of_tool() {
    seq 100 | sed 's/.*/{"prompt": "Question &"}/' >"$work/data.jsonl"
    cat >"$work/benchmark.yaml" <<Y
type: online
model_params: {name: m}
datasets: [{path: $work/data.jsonl}]
settings:
  load_pattern: {type: concurrency, target_concurrency: 64}
  runtime: {min_duration_ms: 0}
endpoint_config: {endpoints: ["http://127.0.0.1:$port"]}
report_dir: $work/out
audit: {test: output_caching_test, samples: 100, only: true}
Y
    for ((i = 0; i < runs; i++)); do
        rm -rf "$work/out"
        started=$(cut -d' ' -f1 /proc/uptime)
        "$out/tool/submission-checker" audit run "$work/benchmark.yaml" >/dev/null 2>&1 || [[ $? == 1 ]]
        grep -m1 '"sample.issued"' "$work/out/audit/reference/events.jsonl" | sed 's/.*"timestamp_ns":\([0-9]*\).*/\1/' | awk -v s="$started" '{ printf "%.2f\n", $1 / 1e9 - s }'
    done | median | sed 's/.*/submission-checker audit run: first request after & s/'
}

echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
start_server
first_request_of_tool
measure "flushed each chunk"
measure "flushed each chunk, tokens counted" tokens
stop_server
start_server --flush-once
measure "flushed once"
stop_server
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"

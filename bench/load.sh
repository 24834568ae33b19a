#!/bin/sh
# Load figures of the audit runner against the stand-in endpoint in a second process: 64 streams of 20 chunks of 20 characters.
# Usage: bench/load.sh [SHORT [LONG]]    Prints one line a run; the two lengths give cost and memory a request without start-up.
set -eu
cd "$(dirname "$0")/.."
short=${1:-10000}
long=${2:-200000}
if [ -z "${NO_BUILD:-}" ]; then
  dotnet build -c Release -v q -p:RunAnalyzers=false samples/StandInEndpoint
  dotnet build -c Release -v q -p:RunAnalyzers=false bench/Load
fi
server=samples/artifacts/bin/StandInEndpoint/release/MlPerf.Endpoints.Samples.StandInEndpoint.dll
client=artifacts/bin/Load/release/MlPerf.Endpoints.Bench.Load.dll

measure() {
  name=$1; shift
  dotnet "$server" --port 18777 --chunks 20 --chunk-length 20 "$@" >/dev/null &
  pid=$!
  trap 'kill $pid 2>/dev/null' EXIT
  until curl -s -o /dev/null http://127.0.0.1:18777/v1/models; do sleep 0.2; done
  dotnet "$client" http://127.0.0.1:18777 2000 64 >/dev/null
  for count in "$short" "$long"; do
    printf '%s: ' "$name"
    dotnet "$client" http://127.0.0.1:18777 "$count" 64
  done
  printf '%s, tokens counted: ' "$name"
  dotnet "$client" http://127.0.0.1:18777 "$short" 64 tokens
  kill $pid
  wait $pid 2>/dev/null || true
}

measure "flush each chunk"
measure "flush once" --flush-once

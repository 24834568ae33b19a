#!/usr/bin/env bash
# Validates the same files with ajv and with MlPerf.Endpoints.Rules.Mlx, published natively, one after the other, each on one core. Needs node and npm.
set -euo pipefail
cd "$(dirname "$0")"
rounds="${ROUNDS:-60}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

npm install --no-audit --no-fund --silent
node documents.mjs "$folder" 10000
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
dotnet publish EnvelopeBench -c Release -r "$rid" -o "$folder/bench" -v q --nologo -p:RunAnalyzers=false > /dev/null

data=../../src/Rules.Mlx/Data/mlx/envelope-v1.json
files=("$folder/valid.jsonl" "$folder/invalid-10.jsonl")
taskset -c 0 node ajv.mjs "$data" "$rounds" "${files[@]}"
taskset -c 0 "$folder/bench/EnvelopeBench" "$rounds" "${files[@]}"

if [ "${LARGE:-1}" = 1 ]; then
  documents=$(( 1000000000 / ($(stat -c %s "$folder/valid.jsonl") / 10000) ))
  for (( written = 0; written < documents; written += 10000 )); do cat "$folder/invalid-10.jsonl"; done > "$folder/large.jsonl"
  taskset -c 0 "$folder/bench/EnvelopeBench" memory "$folder/valid.jsonl"
  taskset -c 0 "$folder/bench/EnvelopeBench" memory "$folder/large.jsonl"
fi

#!/usr/bin/env bash
# Discovery of some 200 rules in three referenced packs: the time that each of N cold processes (default 10) measures itself, and their median.
#   bench/discovery.sh [N]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
dotnet publish bench/Discovery -r "$rid" --no-self-contained -p:UseAppHost=true -p:RunAnalyzers=false -o "$work" -v q >/dev/null
"$work/discovery" >/dev/null
for ((i = 0; i < ${1:-10}; i++)); do "$work/discovery"; done | sort -n | awk '{ print; t[NR] = $1 } END { print "median " t[int((NR + 1) / 2)] " ms" }'

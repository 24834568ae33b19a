#!/usr/bin/env bash
# Publishes the tools natively for this machine, and their managed builds, which --rules and Parquet datasets need, below them:
#   bash build/native.sh OUT [PROJECT…]    OUT/submission-checker, OUT/endpoints-submission-cli, OUT/endpoints-submission-mcp; OUT/managed/*.dll
# PROJECT names single tools (Cli.SubmissionChecker). What is missing is named; nothing is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { sed -n '2,4s/^# \?//p' "$0" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- Cli.SubmissionChecker Cli.Submissions Cli.SubmissionMcp

missing=
command -v dotnet >/dev/null || missing+=' the .NET SDK (https://dotnet.microsoft.com/download);'
command -v clang >/dev/null || command -v gcc >/dev/null || missing+=' a linker (clang or gcc; Debian and Ubuntu: apt install clang; macOS: xcode-select --install);'
[ "$(uname)" = Darwin ] || command -v objcopy >/dev/null || command -v llvm-objcopy >/dev/null || missing+=' objcopy (Debian and Ubuntu: apt install binutils);'
[ -z "$missing" ] || { echo "native.sh: missing:${missing%;}." >&2; exit 1; }

rid=$(dotnet msbuild src/Cli.SubmissionChecker -getProperty:NETCoreSdkPortableRuntimeIdentifier)
for project; do
    dotnet publish "src/$project" -c Release -r "$rid" -p:PackTools=true -p:HasManagedBuild=true -p:RunAnalyzers=false -o "$out" -v q -nologo >&2
done

#!/usr/bin/env bash
# Brings api/<package>/PublicAPI.Unshipped.txt up to date with the sources. Review the change before committing it.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
artifacts=$PWD/artifacts/public-api
logs=$artifacts/logs

# Against files that are empty the analyzer reports every member that was not shipped, and the compiler's log holds their names.
rm -rf "$logs"
mkdir -p "$logs"
echo '#nullable enable' | tee "$logs/PublicAPI.Shipped.txt" > "$logs/PublicAPI.Unshipped.txt"
dotnet build build/PublicApi --no-incremental -v quiet -clp:ErrorsOnly "-p:ArtifactsPath=$artifacts" "-p:PublicApiLogs=$logs"
dotnet "$artifacts/bin/PublicApi/debug/public-api.dll" update "$logs" api
git status --short api 2>/dev/null || true

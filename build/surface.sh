#!/usr/bin/env bash
# Builds the packages and prints, alone on the last line, the number of exported top-level types of all but Testing.
set -eu
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build build/PublicApi -v quiet -clp:ErrorsOnly >&2
dotnet artifacts/bin/PublicApi/debug/public-api.dll count

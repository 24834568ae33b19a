# Builds and starts the sandbox and readies this shell for it: . samples/PrismSandbox/start.sh   (from the repository's root)
# SANDBOX_PORT (8787), SANDBOX_CONFIGURATION (debug) and NO_BUILD=1 are heeded. Sourced, so it leaves no options and no variables but those below.
if [ ! -f samples/PrismSandbox/start.sh ]; then
    echo "Go to the repository's root first: . samples/PrismSandbox/start.sh" >&2
    return 1
fi
[ -n "${NO_BUILD:-}" ] || dotnet build samples/PrismSandbox -c "${SANDBOX_CONFIGURATION:-debug}" -p:RunAnalyzers=false -v q -nologo || return 1

mkdir -p artifacts/sandbox/bin
printf '#!/bin/sh\nexec dotnet "%s/artifacts/bin/Cli.Submissions/%s/endpoints-submission-cli.dll" "$@"\n' "$PWD" "${SANDBOX_CONFIGURATION:-debug}" > artifacts/sandbox/bin/endpoints-submission-cli
chmod +x artifacts/sandbox/bin/endpoints-submission-cli
dotnet "artifacts/bin/PrismSandbox/${SANDBOX_CONFIGURATION:-debug}/prism-sandbox.dll" --port "${SANDBOX_PORT:-8787}" --state artifacts/sandbox/state > artifacts/sandbox/log 2>&1 &
export SANDBOX_PID=$! MLPERF_API_BASE_URL="http://127.0.0.1:${SANDBOX_PORT:-8787}" PRISM_USER_API_TOKEN=mlc_sandbox PATH="$PWD/artifacts/sandbox/bin:$PATH"
until grep -q listens artifacts/sandbox/log; do
    kill -0 "$SANDBOX_PID" 2> /dev/null || { cat artifacts/sandbox/log >&2; return 1; }
    sleep 0.1
done
echo "The sandbox listens at $MLPERF_API_BASE_URL. This shell has endpoints-submission-cli and its variables; kill \$SANDBOX_PID ends the sandbox."

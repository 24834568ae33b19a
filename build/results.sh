# For scripts that run tests: counts results, so that the last line says what happened, on failure too.
# One compiler for all projects, whatever the environment says: a cold one for each takes longer than the compiling.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 UseSharedCompilation=true

# count NAME FOLDER: every test project leaves a .trx file, whose <Counters> holds the numbers.
count() {
    find "$2" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + 2>/dev/null \
        | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

# finish STATUS FOLDER: prints the last line and ends.
finish() {
    local status=$1 passed failed
    passed=$(count passed "$2")
    failed=$(count failed "$2")
    [ "$passed" -gt 0 ] || status=1
    [ "$failed" -eq 0 ] || status=1
    # A build that fails before any test ran is a failure that no test counts.
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    echo "$passed passed, $failed failed"
    exit "$status"
}

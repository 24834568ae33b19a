#!/usr/bin/env python3
"""Times whole processes: measure.py N COMMAND…

Runs the commands (one shell word each, as `env -S` splits it) in turn, N rounds, and prints a line for each of them:
median milliseconds, processor time in its median run over wall time, highest peak resident KiB, exit code of the last run.
"""
import os
import shlex
import subprocess
import sys
import time

rounds, commands = int(sys.argv[1]), [shlex.split(command) for command in sys.argv[2:]]
runs = [[] for _ in commands]
for _ in range(rounds):
    for command, taken in zip(commands, runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        taken.append((seconds, (usage.ru_utime + usage.ru_stime) / seconds, usage.ru_maxrss, process.returncode))
for taken in runs:
    seconds, cores, _, _ = sorted(taken)[len(taken) // 2]
    print(f"{seconds * 1000:.1f} {cores:.2f} {max(run[2] for run in taken)} {taken[-1][3]}")

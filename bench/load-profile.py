#!/usr/bin/env python3
"""Sums up samples of the load generator by what the time went to: perf script -F comm,ip,sym,dso | bench/load-profile.py (see README.md)."""
import collections
import re
import sys

KERNEL = [
    ("recvfrom|recvmsg", "kernel: receiving"),
    ("sendto|sendmsg", "kernel: sending, with the delivery over the loopback that it drives"),
    ("epoll", "kernel: waiting for sockets"),
    ("futex|sched_yield", "kernel: parking and waking threads"),
    ("x64_sys_write|ksys_write|pwrite", "kernel: writing events to the file"),
]
MANAGED = [
    (r"System\.Text\.Json", "events: JSON reader"),
    (r"SseReader|LineSplitting|StreamedAnswer", "events: framing, taking text"),
    (r"RunRecorder|JsonBytes|FilePipe|System\.IO\.Pipelines|MetricsCollector|ValueSeries|FileStream|RandomAccess", "recording: events, sample map, metrics"),
    (r"System\.Net\.Http|HeadOrderStream|BodyContent|RepeatedRequest|EndpointTransport", "HTTP: SocketsHttpHandler"),
    (r"System\.Net\.Sockets", "sockets, managed part"),
    (r"RequestSlot|LoadLoop", "slots and issuing"),
    (r"ThreadPool|WorkStealing|System\.Threading\.Lock", "thread pool, locks"),
]
LIBRARIES = {"System.Net.Http.dll": "HTTP: SocketsHttpHandler", "System.Net.Sockets.dll": "sockets, managed part", "MlPerf.Endpoints.Audits.dll": "slots and issuing"}


def category(frames):
    library = frames[0][1]
    if any("libclrjit" in frame[1] for frame in frames):
        return "compiling"
    if "kernel" in library:
        symbols = " ".join(frame[0] for frame in frames)
        return next((name for pattern, name in KERNEL if re.search(pattern, symbols)), "kernel: other")
    if "libcoreclr" in library:
        return "runtime: collector, barriers"
    for symbol, _ in frames:
        for pattern, name in MANAGED:
            if re.search(pattern, symbol):
                return name
    return LIBRARIES.get(library.rsplit("/", 1)[-1], "other")


def main():
    counts, frames = collections.Counter(), []
    for line in sys.stdin:
        match = re.match(r"\s+[0-9a-f]+ (.*) \((.*)\)$", line)
        if match:
            frames.append(match.groups())
        elif not line.strip() and frames:
            counts[category(frames)] += 1
            frames = []
    total = sum(counts.values())
    for name, count in counts.most_common():
        print(f"{100 * count / total:5.1f} %  {name}")


main()

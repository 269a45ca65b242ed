#!/usr/bin/env python3
"""Polo's renditions against sharp's, rounds by turns: CPU ms a photo, their ratio, peak memory.

    npm install --prefix /tmp/sharp sharp
    mvn -Pbench -pl benchmarks -am package -DskipTests
    NODE_PATH=/tmp/sharp/node_modules benchmarks/photos/against-sharp.py FOLDER \\
        java -Xmx64m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \\
        -cp benchmarks/target/benchmarks.jar polo.benchmarks.PhotoRenditions

FOLDER holds the originals, nothing else. Ten rounds warm up, seven count; the median is told.
"""
import os
import statistics
import subprocess
import sys

WARM, COUNTED = 10, 7
here = os.path.dirname(os.path.abspath(__file__))


class Engine:
    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        return self.process.stdout.readline().strip()

    def peak_mb(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            kb = next(line.split()[1] for line in status if line.startswith("VmHWM"))
        return int(kb) // 1024


folder, command = sys.argv[1], sys.argv[2:]
engines = {
    "polo": Engine(command + [folder]),
    "sharp": Engine(["node", os.path.join(here, "sharp.js"), folder]),
}
for name, engine in engines.items():
    kept = f"/tmp/against-sharp/{os.path.basename(os.path.abspath(folder))}/{name}"
    os.makedirs(kept, exist_ok=True)
    print(name, "made with:", engine.ask(f"keep {kept}"), "in", kept)
for _ in range(WARM):
    for engine in engines.values():
        engine.ask("round")
spent = {name: [] for name in engines}
for _ in range(COUNTED):
    for name, engine in engines.items():
        spent[name].append(float(engine.ask("round")))
for name, engine in engines.items():
    print(f"{name:6} {statistics.median(spent[name]):8.1f} ms CPU a photo, "
          f"peak {engine.peak_mb()} MB")
ratios = [s / p for s, p in zip(spent["sharp"], spent["polo"])]
print(f"polo does {statistics.median(ratios):.2f} times as many photos per core as sharp")

"""The machine that a run measures on."""

import os
import platform
import re


Machine = dict[str, str | int | float]


def processor(cpuinfo: str) -> str:
    found = re.search(r"^model name\s*:\s*(.*)$", cpuinfo, re.MULTILINE)
    return found[1] if found else platform.machine()


def memory_gib(meminfo: str) -> int:
    found = re.search(r"^MemTotal:\s*(\d+) kB", meminfo, re.MULTILINE)
    return round(int(found[1]) / (1 << 20)) if found else 0


def read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def describe() -> Machine:
    return {"processor": processor(read("/proc/cpuinfo")),
            "cores": len(os.sched_getaffinity(0)),
            "memory_gib": memory_gib(read("/proc/meminfo")),
            "kernel": f"{platform.system()} {platform.release()}",
            "load_before": round(os.getloadavg()[0], 2)}


def in_words(machine: Machine) -> str:
    """Also of a machine in a file, which may say less."""
    return ("{processor}, {cores} cores, {memory_gib} GiB, {kernel}, load {load_before} before the run"
            .format_map({key: machine.get(key, "?") for key in
                         ("processor", "cores", "memory_gib", "kernel", "load_before")}))

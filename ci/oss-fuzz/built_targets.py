"""What a fuzzing farm demands of the files in $OUT: the checks of OSS-Fuzz's bad_build_check and
test_all, and what ClusterFuzz needs beside a target. A fault is one line."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from typing import Iterator, NamedTuple

RUNS = 4
RUN_OPTIONS = ("-rss_limit_mb=2560", "-timeout=25")
SECONDS_MAX = 300
# Calls of the runtimes in the program: at least, with the sanitizer, and at most, without it.
CALLS_MIN = {"address": ("asan", 1000), "memory": ("msan", 1000), "undefined": ("ubsan", 168)}
CALLS_MAX = {"asan": 0, "msan": 3, "ubsan": 200}
NAME = re.compile(r"[A-Za-z0-9_.@-]*_fuzzer")
# The libraries that every system has, then those that the image of OSS-Fuzz links statically.
SHARED = re.compile(r"(?:lib(?:c|m|gcc_s|dl|pthread|rt|resolv)|ld-linux-x86-64)\.so\.\d+")
SHARED_HERE = re.compile(r"lib(?:stdc\+\+|fmt|mnl|pugixml)\.so\.\d+")


class Examined(NamedTuple):
    faults: list[str]
    measured: str


def find(out: str) -> list[str]:
    """The programs in a folder, sorted. A program is what can be executed."""
    paths = {name: os.path.join(out, name) for name in sorted(os.listdir(out))}
    return [name for name, path in paths.items() if os.path.isfile(path) and os.access(path, os.X_OK)]


@contextlib.contextmanager
def moved(out: str) -> Iterator[str]:
    """Moves the content of a folder to another place for a while, so that a path to it is found out."""
    with tempfile.TemporaryDirectory(prefix="netioconf-not-out.") as there:
        for name in os.listdir(out):
            shutil.move(os.path.join(out, name), there)
        try:
            yield there
        finally:
            for name in os.listdir(there):
                shutil.move(os.path.join(there, name), out)


def may_unshare() -> bool:
    return subprocess.run(["unshare", "--mount", "--net", "true"], check=False,
                          capture_output=True).returncode == 0


def run(there: str, target: str, arguments: list[str], hidden: str) -> tuple[int, str]:
    """Runs a target as a farm does: from another folder, without network, with the sources hidden.
    Without the right to hide them, it runs all the same."""
    command = [os.path.join(there, target), *RUN_OPTIONS, *arguments]
    if may_unshare():
        hide = 'mount -t tmpfs none "$0" && exec "$@"'
        command = ["unshare", "--mount", "--net", "sh", "-c", hide, hidden, *command]
    scratch = os.path.join(there, target + ".scratch")
    environment = {"PATH": "/usr/bin:/bin", "LLVM_PROFILE_FILE": os.path.join(scratch, "profile")}
    with contextlib.ExitStack() as stack:
        os.mkdir(scratch)
        stack.callback(shutil.rmtree, scratch, ignore_errors=True)
        try:
            done = subprocess.run(command, cwd=scratch, env=environment, check=False,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS_MAX)
        except subprocess.TimeoutExpired:
            return 1, f"it ran longer than {SECONDS_MAX} s"
    return done.returncode, done.stdout.decode(errors="replace")


def last_line_of(output: str) -> str:
    """The line that says why: of a sanitizer or an assertion, else the last one."""
    lines = [line for line in output.splitlines() if line.strip()]
    reasons = [line for line in lines if re.search(r"ERROR:|ASSERTION FAILED|runtime error", line)]
    return (reasons or lines[-1:] or ["no output"])[0].strip()


def calls(path: str) -> dict[str, int]:
    """How often the program calls the runtime of each sanitizer."""
    count = dict.fromkeys(CALLS_MAX, 0)
    pattern = re.compile(rb"callq?\s+(?:0x)?[0-9a-f]+\s+<__(asan|msan|ubsan)")
    with subprocess.Popen(["objdump", "-dC", "--no-show-raw-insn", path], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as listing:
        assert listing.stdout is not None
        for line in listing.stdout:
            if b"<__" in line and (called := pattern.search(line)):
                count[called[1].decode()] += 1
    return count


def faults_of_calls(count: dict[str, int], sanitizer: str) -> Iterator[str]:
    own, least = CALLS_MIN.get(sanitizer, ("", 0))
    if own and count[own] < least:
        yield f"it calls {own} {count[own]} times, fewer than {least}: it is not built with {sanitizer}"
    for other, most in CALLS_MAX.items():
        if other != own and count[other] > most:
            yield f"it calls {other} {count[other]} times: sanitizers are mixed"


def faults_of_file(path: str) -> Iterator[str]:
    """Why a farm would not find or could not run the program."""
    if not NAME.fullmatch(os.path.basename(path)):
        yield "its name does not end in _fuzzer, or has other characters than letters, digits and _.@-"
    with open(path, "rb") as file:
        content = file.read()
    if content[:5] != b"\x7fELF\x02" or content[18:20] != b"\x3e\x00":
        yield "it is not a program for x86-64 Linux in the format ELF"
    elif b"LLVMFuzzerTestOneInput" not in content:
        yield "it has no LLVMFuzzerTestOneInput"


def faults_of_libraries(path: str) -> Iterator[str]:
    listed = subprocess.run(["readelf", "--dynamic", path], check=True, capture_output=True, text=True)
    for library in re.findall(r"\(NEEDED\).*\[(.+)\]", listed.stdout):
        if not SHARED.fullmatch(library) and not SHARED_HERE.fullmatch(library):
            yield f"it needs {library}, which a farm does not have"


def faults_beside(there: str, target: str) -> Iterator[str]:
    options = os.path.join(there, target + ".options")
    if not os.path.exists(options):
        yield f"{target}.options is missing"
        return
    with open(options, encoding="utf-8") as file:
        text = file.read()
    if not text.startswith("[libfuzzer]\n"):
        yield f"{target}.options:1: it does not begin with [libfuzzer]"
    for named in re.findall(r"^dict *= *(\S+)$", text, re.MULTILINE):
        if not os.path.exists(os.path.join(there, named)):
            yield f"{target}.options names {named}, which is missing"


def unpack_seeds(there: str, target: str) -> str | None:
    """The folder of the seeds, or None if there are none."""
    try:
        with zipfile.ZipFile(os.path.join(there, target + "_seed_corpus.zip")) as seeds:
            folder = os.path.join(there, target + ".seeds")
            seeds.extractall(folder)
    except (OSError, zipfile.BadZipFile):
        return None
    return folder if any(files for _, _, files in os.walk(folder)) else None


def edges(output: str) -> int:
    """The number of places in the code that guide libFuzzer, as it prints it."""
    loaded = re.search(r"INFO: Loaded \d+ modules +\((\d+) ", output)
    return int(loaded[1]) if loaded else 0


def faults_of_run(status: int, output: str, sanitizer: str) -> Iterator[str]:
    if status != 0 or f"Done {RUNS} runs" not in output:
        yield f"it ends at its start, with exit status {status}: {last_line_of(output)}"
    elif edges(output) == 0 and sanitizer != "coverage":
        yield "it has no coverage instrumentation"


def examine(there: str, target: str, sanitizer: str, hidden: str) -> Examined:
    path = os.path.join(there, target)
    faults = list(faults_of_file(path))
    if faults:
        return Examined(faults, "")
    faults += faults_of_libraries(path)
    faults += faults_beside(there, target)
    count = calls(path)
    faults += faults_of_calls(count, sanitizer)
    status, output = run(there, target, ["-seed=1337", f"-runs={RUNS}"], hidden)
    faults += faults_of_run(status, output, sanitizer)
    seeds = unpack_seeds(there, target)
    if seeds is None:
        faults.append(f"{target}_seed_corpus.zip is missing or has no files")
    elif not faults:
        status, said = run(there, target, ["-runs=0", seeds], hidden)
        if status != 0:
            faults.append(f"a seed ends it, with exit status {status}: {last_line_of(said)}")
    number = sum(len(files) for _, _, files in os.walk(seeds)) if seeds else 0
    shutil.rmtree(os.path.join(there, target + ".seeds"), ignore_errors=True)
    shown = ", ".join(f"{each} {made}" for each, made in count.items())
    return Examined(faults, f"{edges(output)} edges, calls of {shown}, {number} seeds")

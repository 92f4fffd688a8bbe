"""What commands of a page find on this machine: programs, the build, an environment that is the same
everywhere."""

import functools
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
from typing import NamedTuple

from markdown import Command

# Settings of this machine that would change what a command prints.
UNSET = ("NETIOCONF", "NETIOEMU", "GITHUB_", "CI_", "XDG_CONFIG_HOME", "RC_PARAMS", "SPECIMEN")


class Build(NamedTuple):
    folder: pathlib.Path
    cc: str  # commands that link a program with a library of the build; empty: cc and c++
    cxx: str
    preload: str  # what an interpreter needs for that

    @property
    def netioconf(self) -> pathlib.Path:
        return self.folder / "netioconf"


def hindrance(command: Command, build: Build, environment: dict[str, str]) -> str:
    """Why a command does not run here; empty if it does."""
    if command.run_by:
        return f"{command.run_by} runs it"
    return next(filter(None, (lack(need, build, environment["PATH"]) for need in command.needs)), "")


def lack(need: str, build: Build, path: str) -> str:
    if need == "root":
        return "" if os.geteuid() == 0 else "it needs root"
    if need == "windows":
        return "" if sys.platform == "win32" else "it needs Windows"
    if need == "engine":
        return "" if has_engine(build) else "the build has no fuzzing engine"
    if need in ("linux", "wine:user"):
        return refusal(build.netioconf, need)
    if need == "dlls":
        dll = build.folder / "windows" / "emulated" / "iphlpapi.dll"
        return "" if dll.exists() else "the programs for Windows are not built (windows_testees)"
    return "" if shutil.which(need, path=path) else f"{need} is not installed"


@functools.cache
def refusal(netioconf: pathlib.Path, implementation: str) -> str:
    """Why an implementation is not available here; empty if it is."""
    run = subprocess.run([netioconf, "explain", "route.null-row", "--implementation", implementation],
                         check=False, capture_output=True, text=True)
    return run.stderr.strip() if run.returncode != 0 else ""


def has_engine(build: Build) -> bool:
    return (build.folder / "library_fuzzer").exists() and runs(
        [str(build.folder / "library_fuzzer"), "-help=1"])


def runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment(build: Build, folder: pathlib.Path) -> dict[str, str]:
    """As if netioconf and its library netioemu were installed; both are in `folder`."""
    programs = folder / "bin"
    programs.mkdir()
    (programs / "netioconf").symlink_to(build.netioconf)
    variables: dict[str, str] = {}
    for name, linking in (("cc", build.cc), ("c++", build.cxx)):
        if linking:
            program(programs / name, with_sanitizers(linking, shutil.which(name) or name))
            variables["CXX" if name == "c++" else "CC"] = name
    if build.preload:
        python = shlex.quote(os.path.realpath(sys.executable))
        program(programs / "python3", f"LD_PRELOAD={shlex.quote(build.preload)} "
                f'ASAN_OPTIONS=detect_leaks=0 exec {python} "$@"')
    (folder / "gitconfig").write_text("[user]\nname = You\nemail = you@example.org\n"
                                      "[init]\ndefaultBranch = main\n[advice]\ndetachedHead = false\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)}
    return kept | variables | installed(build, folder / "installed") | {
        "PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "NETIOCONF_PROGRESS_INTERVAL": "0",
        "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1"}


def installed(build: Build, prefix: pathlib.Path) -> dict[str, str]:
    """Variables with which compilers, linkers and programs find the library as if it was in /usr."""
    if not (build.folder / "cmake_install.cmake").exists():
        return {}
    subprocess.run(["cmake", "--install", build.folder, "--component", "netioemu", "--prefix", prefix],
                   check=True, stdout=subprocess.DEVNULL)
    libraries = next(prefix.glob("lib*"))
    return {"C_INCLUDE_PATH": str(prefix / "include"), "CPLUS_INCLUDE_PATH": str(prefix / "include"),
            "LIBRARY_PATH": str(libraries), "LD_LIBRARY_PATH": str(libraries),
            "PKG_CONFIG_PATH": str(libraries / "pkgconfig"), "CMAKE_PREFIX_PATH": str(prefix)}


def with_sanitizers(linking: str, compiler: str) -> str:
    """Only what is linked with the library of the build is linked as the build is."""
    return ("for word; do [[ $word != *netioemu* ]] || "
            f'exec {linking} "$@"; done\nexec {shlex.quote(compiler)} "$@"')


def program(path: pathlib.Path, text: str) -> None:
    path.write_text(f"#!/usr/bin/env bash\n{text}\n")
    path.chmod(0o755)

"""Commands without a network: in a namespace of their own where that is permitted, with every attempt written down."""

import os
import re
import subprocess
import textwrap
from dataclasses import dataclass
from pathlib import Path

from running import Done, environment, run

_LOG = "NETWORK_ATTEMPTS"
_COUNTERS = "NETWORK_COUNTERS"

# Python runs this before anything else: it writes attempts to reach another machine down and refuses them.
_WATCH = textwrap.dedent(
    f"""
    import os, socket, sys

    REACHING = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")

    def watch(event, args):
        if event not in REACHING:
            return
        if event in ("socket.getaddrinfo", "socket.gethostbyname"):
            host = args[0]
        elif args[0].family in (socket.AF_INET, socket.AF_INET6) and args[1]:
            host = args[1][0]
        else:
            return
        host = host.decode() if isinstance(host, bytes) else host
        if host is None or host in ("", "localhost", "::1") or host.startswith("127."):
            return
        with open(os.environ["{_LOG}"], "a", encoding="utf-8") as log:
            log.write(f"{{event}} {{args[-1] if event == 'socket.connect' else host}}\\n")
        raise OSError("no network in this test")

    sys.addaudithook(watch)
    """
)

# What the namespace's kernel counted shows attempts of compiled code too.
_COUNT = f'"$@"; code=$?; cat /proc/net/snmp /proc/net/snmp6 > "${_COUNTERS}" 2>/dev/null; exit $code'


@dataclass(frozen=True, slots=True)
class Offline:
    """What a command did without a network; `counted` is None where no namespace is permitted."""

    done: Done
    attempts: list[str]
    counted: dict[str, int] | None


def namespaces_permitted() -> bool:
    """Whether this user may have a network namespace."""
    try:
        return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def run_offline(folder: Path, *arguments: str | Path) -> Offline:
    """Runs `python -m ARGUMENTS` with no network, an empty home and none of a model hub's settings."""
    home, hooks = folder / "home", folder / "hooks"
    for made in (home, hooks):
        made.mkdir(parents=True, exist_ok=True)
    (hooks / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    log, counters = folder / "attempts", folder / "counters"
    for old in (log, counters):
        old.unlink(missing_ok=True)
    inherited = {name: value for name, value in environment().items() if not _configures_a_hub(name)}
    extra = {"HOME": str(home), _LOG: str(log), _COUNTERS: str(counters)}
    path = os.pathsep.join(filter(None, [str(hooks), inherited.get("PYTHONPATH", "")]))
    before = ["unshare", "-rn", "sh", "-c", _COUNT, "sh"] if namespaces_permitted() else []
    done = run(*arguments, before=before, env={**inherited, **extra, "PYTHONPATH": path})
    attempts = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return Offline(done, attempts, _counts(counters.read_text()) if counters.exists() else None)


def _configures_a_hub(name: str) -> bool:
    return name.startswith(("HF_", "HUGGINGFACE_", "TRANSFORMERS_", "SENTENCE_TRANSFORMERS_", "XDG_"))


def _counts(text: str) -> dict[str, int]:
    """Packets and connections that the namespace tried to send or open."""
    counts: dict[str, int] = {}
    for heads, values in re.findall(r"^(\w+: [A-Za-z].*)\n(\w+: [\d-].*)$", text, re.MULTILINE):
        protocol, *names = heads.split()
        counts |= {protocol + n: int(v) for n, v in zip(names, values.split()[1:], strict=True)}
    counts |= {name: int(value) for name, value in re.findall(r"^(\w+6\w+)\s+(\d+)$", text, re.MULTILINE)}
    sent = ("Ip:OutRequests", "Ip:OutNoRoutes", "Tcp:ActiveOpens", "Udp:OutDatagrams", "Ip6OutNoRoutes")
    return {name: counts[name] for name in sent if counts.get(name)}

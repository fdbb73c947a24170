"""The LibreOffice command: a file goes in, the same document in another form comes out. Nothing in it runs or calls out."""

import os
import re
import resource
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from index.errors import InputError
from ingest.strays import PROFILE, pipe_of

Form = Literal["pdf", "docx", "xlsx"]

INSTALL = "sudo apt-get install -y --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui"
TIMEOUT = 300.0  # seconds; a law of 30 pages takes one, and 330 pages fifty on a machine that is busy
MAX_MEMORY = 4 << 30  # bytes of address space; a common document takes 1 GB of it, 0.2 GB of real memory
MAX_OUTPUT = 1 << 30  # bytes of one file written

# The writer's export filter is named for PDF only: the others are the defaults of their suffix.
_FILTERS: dict[Form, str] = {"pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML", "xlsx": "xlsx"}
_CLOSED_PORT = 9  # nothing answers there, so that a proxy on it leads nowhere
# Number 0 of a Writer link update and 2 of a Calc one both mean "never"; a proxy of type 2 is one set by hand.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
    # In a profile of an older version, as a new one is, LibreOffice tests how the machine draws: 0.8 s of a start of 1.2.
    ("Setup/Product", "ooSetupLastVersion", "999.0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", str(_CLOSED_PORT)) for kind in ("HTTP", "HTTPS", "FTP")),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
_VERSION = "versionrc"  # beside the program
_BUILD = re.compile(r"^buildid=(.+)$", re.MULTILINE)
_NAMESPACES = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'


class OfficeMissing(InputError):
    """LibreOffice is not installed."""


class OfficeFailed(InputError):
    """LibreOffice made nothing of a file, or took too long over it."""


def convert(
    stored: Path, form: Form, scratch: Path, suffix: str, named: Path | None = None, timeout: float = TIMEOUT
) -> Path:
    """The document at `stored` as `form`, written below `scratch`. `suffix` is that of its content.

    Raises OfficeMissing, and OfficeFailed: damaged, protected, or longer at work than `timeout` seconds. Both name the file,
    by `named` where it was converted before.
    """
    path = named or stored
    command = shutil.which("soffice")
    if command is None:
        raise OfficeMissing(
            f"{path}: LibreOffice, which reading this file needs, is not installed; install it: {INSTALL}"
        )
    folder = scratch / f"office-{form}"
    profile = folder / PROFILE
    write_profile(profile, command)
    # A name of our own: the document's may begin with a dash, hold a wildcard or be too long for the converted one.
    source = folder / f"document{suffix}"
    shutil.copyfile(stored, source)
    out = folder / "out"
    arguments = ["--headless", "--norestore", "--nologo", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}"]
    try:
        convert_to = [command, *arguments, "--convert-to", _FILTERS[form], "--outdir", str(out), str(source)]
        said = _run(convert_to, timeout, _environment(profile))
    except subprocess.TimeoutExpired as error:
        raise OfficeFailed(
            f"{path}: LibreOffice was not done with it after {timeout:.0f} seconds; split the file or leave it out."
        ) from error
    finally:
        shutil.rmtree(profile, ignore_errors=True)
        pipe_of(profile).unlink(missing_ok=True)  # the program leaves it where it is killed
    made = out / f"document.{form}"
    if not made.is_file() or made.stat().st_size == 0:
        raise OfficeFailed(
            f"{path}: LibreOffice cannot read it ({said or 'no reason given'}): it is damaged, cut short or protected; "
            "open it where it was written, save it again without a password and add it anew."
        )
    return made


def write_profile(profile: Path, command: str) -> None:
    """A new profile for the program that `command` starts. Each run has its own: two with one would meet in one process.

    It names the program's build. One that does not is cleaned and the program started once more: a tenth of a second that is
    lost, and no more, where the program does not say which build it is.
    """
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    extensions = profile / "user" / "extensions"
    extensions.mkdir(parents=True)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMESPACES}>{items}</oor:items>\n'
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")
    version = Path(command).resolve().with_name(_VERSION)
    build = _BUILD.search(version.read_text(encoding="utf-8", errors="replace")) if version.is_file() else None
    if build:
        (extensions / "buildid").write_text(build[1], encoding="utf-8")


def _run(command: list[str], timeout: float, environment: Mapping[str, str]) -> str:
    """Runs the command and ends whatever it started; what it last said of an error."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        start_new_session=True,
    )
    try:
        # The command is a script that starts the program, which inherits these. The time counts where nobody waits any more.
        with suppress(ProcessLookupError):  # it has ended already: what it made, or did not make, is looked at as ever
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (int(timeout) + 1, int(timeout) + 1))
            resource.prlimit(process.pid, resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (MAX_OUTPUT, MAX_OUTPUT))
        output, _ = process.communicate(timeout=timeout)
    finally:
        _end(process)
    lines = [line for line in output.decode(errors="replace").splitlines() if line.startswith("Error")]
    return lines[-1].removeprefix("Error:").strip() if lines else ""


def _environment(profile: Path) -> dict[str, str]:
    """The caller's, without a display, with its proxies replaced by one that leads nowhere, and with what libraries keep of
    a desktop's settings put into the profile."""
    nowhere = f"http://127.0.0.1:{_CLOSED_PORT}"
    kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy") and k != "DISPLAY"}
    own = {"SAL_USE_VCLPLUGIN": "svp", "XDG_RUNTIME_DIR": str(profile)}
    return {**kept, **own, "http_proxy": nowhere, "https_proxy": nowhere}


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the command with its children: the group outlives the script that leads it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.communicate()

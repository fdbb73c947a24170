"""What a run leaves behind, and who clears it away."""

from pathlib import Path

from ingest.strays import PROFILE, pipe_of, start_guard


def test_the_guard_deletes_the_scratch_folder_and_the_sockets_of_the_profiles_in_it(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    profiles = [scratch / "a" / "office-pdf" / PROFILE, scratch / "b" / "office-docx" / PROFILE]
    others = [tmp_path / "another's" / PROFILE]
    for profile in profiles + others:
        profile.mkdir(parents=True)
        pipe_of(profile).touch()
    try:
        guard = start_guard("run", scratch)
        assert guard.stdin is not None
        guard.stdin.close()
        assert guard.wait(60) == 0
        assert not scratch.exists() and not any(pipe_of(profile).exists() for profile in profiles)
        assert pipe_of(others[0]).exists()
    finally:
        for profile in profiles + others:
            pipe_of(profile).unlink(missing_ok=True)

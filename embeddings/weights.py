"""Weights fitted here, on disk: in half precision, with the model that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from embeddings.encoder import DEFAULT_WEIGHTS_SHA256, ModelError

if TYPE_CHECKING:
    from torch import nn

N = TypeVar("N", bound="nn.Module")


def save_weights(network: nn.Module, weights: Path, about: Mapping[str, str]) -> None:
    """Write a network's weights, with what `about` says of them and the model that they belong to."""
    from safetensors.torch import save_file

    values = {name: value.half().contiguous() for name, value in network.state_dict().items()}
    save_file(values, weights, {**about, "model": DEFAULT_WEIGHTS_SHA256})


def load_weights(weights: Path, make: Callable[[Mapping[str, str]], N], script: str) -> N:
    """Return the network that `make` builds from what was saved about it, with its weights, ready to read.

    Raises ModelError naming the file and the remedy: `script` fits the weights anew.
    """
    from safetensors import SafetensorError, safe_open

    remedy = f"install Cairn again, or fit it anew: python -m {script}"
    try:
        with safe_open(weights, framework="pt") as file:
            about = file.metadata() or {}
            values = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118  # it is no dict
        network = make(about)
        network.load_state_dict(values)
    except (OSError, SafetensorError, KeyError, ValueError, RuntimeError) as error:
        raise ModelError(f"{weights} cannot be read ({error.__class__.__name__}); {remedy}.") from error
    if about.get("model") != DEFAULT_WEIGHTS_SHA256:
        raise ModelError(f"{weights} was fitted to another model than the packaged one; {remedy}.")
    return network.eval()

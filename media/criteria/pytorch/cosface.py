import torch
from torch import nn


class CosFaceLoss(nn.Module):
    """CosFace: cross-entropy of s * (cos(angle to each class) - m for the right class).

    Takes embeddings, not logits: its weight (one direction per class) takes the
    place of the last Linear layer. Give its parameters to the optimizer, move it
    to the device and keep its state_dict with the model's.
    Paper: CosFace: Large Margin Cosine Loss for Deep Face Recognition, CVPR 2018,
    arXiv:1801.09414.

    Shapes: embeddings (N, embedding_size), normalised here; target (N,), int64
    class indices. Needs torch >= 1.10.

    Args:
        num_classes: number of classes C in the training set.
        embedding_size: length K of an embedding.
        s: scale; at least (C - 1) / C * log(9 * (C - 1)) for a posterior of 0.9.
        m: margin on the cosine, 0 to C / (C - 1); 0.35 in the paper, which saw no
            convergence above 0.45.
        ignore_index: targets with this value are left out.
        reduction: "mean" divides by the number of targets that are not ignored
            (0 if all are), "sum" adds, "none" gives (N,) with 0 where ignored.
    """

    def __init__(
        self,
        num_classes: int,
        embedding_size: int,
        s: float = 64.0,
        m: float = 0.35,
        ignore_index: int = -100,
        reduction: str = "mean",
    ) -> None:
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"reduction must be mean, sum or none, not {reduction!r}")
        self.s = s
        self.m = m
        self.ignore_index = ignore_index
        self.reduction = reduction
        self.weight = nn.Parameter(torch.empty(num_classes, embedding_size))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, embeddings: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        keep = target != self.ignore_index
        index = target.masked_fill(~keep, 0).unsqueeze(1)
        cosine = self.cosine(embeddings)
        margin = torch.zeros_like(cosine).scatter(1, index, self.m)

        log_p = torch.log_softmax(self.s * (cosine - margin), dim=1)
        loss = -log_p.gather(1, index).squeeze(1).masked_fill(~keep, 0.0)
        if self.reduction == "none":
            return loss
        if self.reduction == "sum":
            return loss.sum()
        return loss.sum() / keep.sum().clamp(min=1)

    def cosine(self, embeddings: torch.Tensor) -> torch.Tensor:
        """Cosines (N, C), in float32 at least: s = 64 is too much for half precision."""
        wide = torch.promote_types(embeddings.dtype, torch.float32)
        kind = embeddings.device.type
        kind = kind if kind in ("cpu", "cuda") else "cpu"
        with torch.autocast(device_type=kind, enabled=False):
            rows = nn.functional.normalize(embeddings.to(wide), dim=1)
            classes = nn.functional.normalize(self.weight.to(wide), dim=1)
            return rows @ classes.t()

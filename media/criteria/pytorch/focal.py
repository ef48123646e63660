from typing import Optional, Sequence

import torch
from torch import nn


class FocalLoss(nn.Module):
    """Multi-class focal loss on logits: -alpha[y] * (1 - p[y])**gamma * log(p[y]).

    p is the softmax of the logits, y the right class. Well classified examples
    count less the larger gamma is; gamma=0 without alpha is cross-entropy.
    Paper: Focal Loss for Dense Object Detection, ICCV 2017, arXiv:1708.02002.

    Shapes: logits (N, C, *), no softmax before; target (N, *), int64 class
    indices. Needs torch >= 1.10.

    Args:
        gamma: focusing, >= 0; 0.5 to 5 works, 2 is usual.
        alpha: None or one weight per class (C values), mean about 1. A single
            number would only rescale the loss.
        ignore_index: targets with this value are left out.
        reduction: "mean" divides by the number of targets that are not ignored
            (0 if all are), "sum" adds, "none" gives (N, *) with 0 where ignored.
    """

    def __init__(
        self,
        gamma: float = 2.0,
        alpha: Optional[Sequence[float]] = None,
        ignore_index: int = -100,
        reduction: str = "mean",
    ) -> None:
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"reduction must be mean, sum or none, not {reduction!r}")
        if gamma < 0:
            raise ValueError(f"gamma must be >= 0, not {gamma}")
        if alpha is not None:
            alpha = torch.as_tensor(alpha, dtype=torch.get_default_dtype())
            alpha = alpha.detach().clone()
        self.register_buffer("alpha", alpha, persistent=False)
        self.gamma = gamma
        self.ignore_index = ignore_index
        self.reduction = reduction

    def forward(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        logits = logits.to(torch.promote_types(logits.dtype, torch.float32))
        keep = target != self.ignore_index
        index = target.masked_fill(~keep, 0).unsqueeze(1)
        logits = logits.masked_fill(~keep.unsqueeze(1), 0.0)

        log_p = torch.log_softmax(logits, dim=1)
        log_p_target = log_p.gather(1, index).squeeze(1)
        # log(1 - p[y]) from the other classes: finite also where p[y] rounds to 1.
        target_mask = torch.zeros_like(log_p, dtype=torch.bool).scatter(1, index, True)
        log_rest = log_p.masked_fill(target_mask, float("-inf")).logsumexp(dim=1)

        loss = -torch.exp(self.gamma * log_rest) * log_p_target
        if self.alpha is not None:
            loss = loss * self.alpha.to(loss.dtype)[index.squeeze(1)]
        loss = loss.masked_fill(~keep, 0.0)
        if self.reduction == "none":
            return loss
        if self.reduction == "sum":
            return loss.sum()
        return loss.sum() / keep.sum().clamp(min=1)

from typing import Optional

import torch
from torch import nn


class BinaryFocalLoss(nn.Module):
    """Binary or multi-label focal loss on logits: -a_t * (1 - p_t)**gamma * log(p_t).

    p is the sigmoid of the logit, p_t = p where the target is 1 and 1 - p where
    it is 0, a_t likewise of alpha. Soft targets mix the two, as torchvision does.
    Paper: Focal Loss for Dense Object Detection, ICCV 2017, arXiv:1708.02002.

    Shapes: logits of any shape, no sigmoid before; target of the same shape,
    0 or 1 (soft values allowed). Needs torch >= 1.10.

    Args:
        gamma: focusing, >= 0; 0.5 to 5 works, 2 is usual with alpha=0.25.
        alpha: weight of the positives in 0 to 1, 1 - alpha that of the negatives;
            None or a negative number switches it off.
        ignore_index: elements whose target has this value are left out.
        reduction: "mean" divides by the number of elements that are not ignored
            (0 if all are), "sum" adds, "none" gives one value per element.
    """

    def __init__(
        self,
        gamma: float = 2.0,
        alpha: Optional[float] = 0.25,
        ignore_index: int = -100,
        reduction: str = "mean",
    ) -> None:
        super().__init__()
        if reduction not in ("mean", "sum", "none"):
            raise ValueError(f"reduction must be mean, sum or none, not {reduction!r}")
        if gamma < 0:
            raise ValueError(f"gamma must be >= 0, not {gamma}")
        if alpha is not None and alpha > 1:
            raise ValueError(f"alpha must be at most 1, not {alpha}")
        self.gamma = gamma
        self.alpha = alpha
        self.ignore_index = ignore_index
        self.reduction = reduction

    def forward(self, logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        logits = logits.to(torch.promote_types(logits.dtype, torch.float32))
        keep = target != self.ignore_index
        logits = logits.masked_fill(~keep, 0.0)
        target = target.to(logits.dtype).masked_fill(~keep, 0.0)

        log_p = nn.functional.logsigmoid(logits)
        log_not_p = nn.functional.logsigmoid(-logits)
        cross_entropy = -(target * log_p + (1 - target) * log_not_p)

        # log(1 - p_t): from logsigmoid where the target is 0 or 1, so that it stays
        # finite where p_t rounds to 1; soft targets keep 1 - p_t away from 0.
        soft = (target != 0) & (target != 1)
        soft_target = torch.where(soft, target, torch.full_like(target, 0.5))
        rest = soft_target + torch.sigmoid(logits) * (1 - 2 * soft_target)
        log_hard = torch.where(target > 0.5, log_not_p, log_p)
        log_rest = torch.where(soft, torch.log(rest), log_hard)

        loss = torch.exp(self.gamma * log_rest) * cross_entropy
        if self.alpha is not None and self.alpha >= 0:
            loss = loss * (self.alpha * target + (1 - self.alpha) * (1 - target))
        loss = loss.masked_fill(~keep, 0.0)
        if self.reduction == "none":
            return loss
        if self.reduction == "sum":
            return loss.sum()
        return loss.sum() / keep.sum().clamp(min=1)

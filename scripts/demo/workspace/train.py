"""A usual PyTorch script that still lacks its criterion.

Put the cursor on the marked line and run "Losscope: Insert Loss Criterion…".
"""

import torch
from torch import nn

num_classes = 10
embedding_size = 64

model = nn.Sequential(
    nn.Linear(32, 128),
    nn.ReLU(),
    nn.Linear(128, num_classes),
)
# The criterion goes here.

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)


def train(loader, device):
    model.train()
    for inputs, labels in loader:
        inputs, labels = inputs.to(device), labels.to(device)
        logits = model(inputs)
        loss = criterion(logits, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

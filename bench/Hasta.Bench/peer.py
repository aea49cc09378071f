"""Hasta's networks in Python's PyTorch, as the peer of `Hasta.Bench training`: python3 peer.py MODEL THREADS prints training clips a second.

Written for PyTorch 1.13, the build that Debian 12 has. The batches are random numbers of the real sizes: 64 clips of 638 features a frame, of the
lengths that the augmentation makes of a clip of 24 frames. One step is forward, loss, backward, clipping and AdamW.
"""
import random
import sys
import time

import torch
from torch import nn
from torch.nn import functional

FEATURES, GLOSSES, BATCH = 638, 263, 64
SHORTEST, LONGEST, FRAMES = 0.64, 1.57, 24


class Real:
    """Where a padded batch's real frames are."""

    def __init__(self, mask):
        self.mask = mask
        self.index = mask.flatten().nonzero().squeeze(1)
        self.clip = torch.div(self.index, mask.shape[1], rounding_mode="floor")
        self.counts = mask.sum(1, keepdim=True)

    def pack(self, padded):
        return padded.flatten(0, 1).index_select(0, self.index)

    def pad(self, frames):
        flat = torch.zeros(self.mask.numel(), frames.shape[1])
        return flat.index_add(0, self.index, frames).view(*self.mask.shape, frames.shape[1])

    def mean(self, padded):
        return padded.sum(1) / self.counts

    def pool(self, padded):
        highest = padded.masked_fill(~self.mask.unsqueeze(2), float("-inf")).amax(1)
        return torch.cat([highest, self.mean(padded)], 1)


def drop_path(branch, real, rate=0.2):
    keep = (torch.rand(real.mask.shape[0], 1) >= rate).float() / (1 - rate)
    return branch * keep.index_select(0, real.clip)


class ConvBlock(nn.Module):
    def __init__(self, width, kernel=17):
        super().__init__()
        self.expand = nn.Linear(width, 2 * width)
        self.depthwise = nn.Conv1d(2 * width, 2 * width, kernel, groups=2 * width, bias=False)
        self.norm = nn.BatchNorm1d(2 * width)
        self.gate = nn.Conv1d(1, 1, 5, padding=2, bias=False)
        self.project = nn.Linear(2 * width, width)
        self.kernel = kernel

    def forward(self, frames, real):
        wide = real.pad(functional.silu(self.expand(frames)))
        mixed = self.depthwise(functional.pad(wide.transpose(1, 2), [self.kernel - 1, 0])).transpose(1, 2)
        mixed = self.norm(real.pack(mixed))
        weight = self.gate(real.mean(real.pad(mixed)).unsqueeze(1)).squeeze(1).sigmoid()
        return frames + drop_path(self.project(mixed * weight.index_select(0, real.clip)), real)


class TransformerBlock(nn.Module):
    def __init__(self, width, heads=4):
        super().__init__()
        self.heads = heads
        self.attention_norm = nn.BatchNorm1d(width)
        self.query_key_value = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.frame_norm = nn.BatchNorm1d(width)
        self.frame = nn.Sequential(nn.Linear(width, 2 * width), nn.SiLU(), nn.Dropout(0.2), nn.Linear(2 * width, width))

    def attend(self, frames, real):
        padded = real.pad(self.query_key_value(frames))
        batch, length, _ = padded.shape
        query, key, value = padded.view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (query @ key.transpose(2, 3)) / query.shape[3] ** 0.5
        scores = scores.masked_fill(~real.mask.view(batch, 1, 1, length), float("-inf"))
        found = (scores.softmax(3) @ value).transpose(1, 2).reshape(batch, length, -1)
        return self.out(real.pack(found))

    def forward(self, frames, real):
        frames = frames + drop_path(self.attend(self.attention_norm(frames), real), real)
        return frames + drop_path(self.frame(self.frame_norm(frames)), real)


class ConvTransformer(nn.Module):
    def __init__(self, width, stages, conv_blocks):
        super().__init__()
        self.input_norm = nn.BatchNorm1d(FEATURES)
        self.embed = nn.Linear(FEATURES, width, bias=False)
        self.embed_norm = nn.BatchNorm1d(width)
        self.blocks = nn.ModuleList()
        for _ in range(stages):
            self.blocks.extend([ConvBlock(width) for _ in range(conv_blocks)] + [TransformerBlock(width)])
        self.widen = nn.Linear(width, 2 * width)
        self.head = nn.Sequential(nn.Dropout(0.5), nn.Linear(4 * width, GLOSSES))

    def forward(self, features, real):
        frames = self.embed_norm(self.embed(self.input_norm(real.pack(features))))
        for block in self.blocks:
            frames = block(frames, real)
        return self.head(real.pool(real.pad(functional.silu(self.widen(frames)))))


class LandmarkMlp(nn.Module):
    def __init__(self, width=128):
        super().__init__()
        self.input_norm = nn.BatchNorm1d(FEATURES)
        self.frame = nn.Sequential(
            nn.Linear(FEATURES, width), nn.BatchNorm1d(width), nn.SiLU(), nn.Dropout(0.1), nn.Linear(width, width), nn.SiLU())
        self.head = nn.Sequential(
            nn.Linear(2 * width, width), nn.BatchNorm1d(width), nn.SiLU(), nn.Dropout(0.5), nn.Linear(width, GLOSSES))

    def forward(self, features, real):
        return self.head(real.pool(real.pad(self.frame(self.input_norm(real.pack(features))))))


class BiLstm(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        self.input_norm = nn.BatchNorm1d(FEATURES)
        self.embed = nn.Linear(FEATURES, width)
        self.lstm = nn.LSTM(width, width, batch_first=True, bidirectional=True)
        self.head = nn.Sequential(nn.Dropout(0.5), nn.Linear(4 * width, GLOSSES))

    def forward(self, features, real):
        frames = real.pad(functional.silu(self.embed(self.input_norm(real.pack(features)))))
        packed = nn.utils.rnn.pack_padded_sequence(frames, real.counts.squeeze(1), batch_first=True, enforce_sorted=False)
        read, _ = self.lstm(packed)
        padded, _ = nn.utils.rnn.pad_packed_sequence(read, batch_first=True, total_length=real.mask.shape[1])
        return self.head(real.pool(padded))


MODELS = {
    "mlp": LandmarkMlp,
    "lstm": BiLstm,
    "conv-small": lambda: ConvTransformer(64, 1, 2),
    "conv-full": lambda: ConvTransformer(192, 2, 3),
}


def batches(count):
    draw = random.Random(1)
    for _ in range(count):
        ratio = LONGEST / SHORTEST
        lengths = torch.tensor([max(8, round(FRAMES * SHORTEST * ratio ** draw.random())) for _ in range(BATCH)])
        mask = torch.arange(int(lengths.max())).unsqueeze(0) < lengths.unsqueeze(1)
        yield torch.randn(BATCH, mask.shape[1], FEATURES) * mask.unsqueeze(2), mask, torch.randint(GLOSSES, (BATCH,))


def main():
    torch.set_num_threads(int(sys.argv[2]))
    model = MODELS[sys.argv[1]]()
    model.train()
    optimizer = torch.optim.AdamW(model.parameters(), 3e-3, weight_decay=0.05)
    data = list(batches(18))
    start = time.perf_counter()
    for step, (features, mask, glosses) in enumerate(data):
        if step == 2:  # the first two warm up
            start = time.perf_counter()
        optimizer.zero_grad()
        loss = functional.cross_entropy(model(features, Real(mask)), glosses, label_smoothing=0.1)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2)
        optimizer.step()
        loss.item()
    print(f"{(len(data) - 2) * BATCH / (time.perf_counter() - start):.0f}")


main()

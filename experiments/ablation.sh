#!/usr/bin/env bash
# What each ingredient of the recipe is worth: the recipe without it, one signer left out at a time.
#   experiments/ablation.sh DATA OUT [SEEDS]        (a line each in OUT/ablation.txt; about 4 minutes a line and seed on one core)
set -euo pipefail
data=$1 out=$2 seeds=${3:-1}
hasta=${HASTA:-"$(dirname "${BASH_SOURCE[0]}")/../hasta"}
mkdir -p "$out"

without() { # name, settings that differ from the defaults
  mkdir -p "$out/$1"
  printf '%s\n' "$2" > "$out/$1/config.json"
  $hasta crossvalidate "$data" --out "$out/$1" --config "$out/$1/config.json" --seeds "$seeds" | tail -n 1 | sed "s/^/$1: /" | tee -a "$out/ablation.txt"
}

without "nothing" '{}'
without "mirroring" '{"augmentation": {"mirror": 0}}'
without "tempo, shift and warp in time" '{"augmentation": {"minDuration": 1, "maxDuration": 1, "timeShift": 0, "timeWarp": 0}}'
without "rotation, scale, shear, shift" '{"augmentation": {"rotation": 0, "scale": 0, "shear": 0, "shift": 0}}'
without "turn, size and place of hands" '{"augmentation": {"handRotation": 0, "handScale": 0, "handShift": 0}}'
without "noise" '{"augmentation": {"frameNoise": 0, "clipNoise": 0}}'
without "lost hands" '{"augmentation": {"dropHand": 0, "maskedSpan": 0}}'
without "any augmentation" '{"augmentation": {"mirror": 0, "minDuration": 1, "maxDuration": 1, "timeShift": 0, "timeWarp": 0, "rotation": 0, "scale": 0, "shear": 0, "shift": 0, "handRotation": 0, "handScale": 0, "handShift": 0, "frameNoise": 0, "clipNoise": 0, "dropHand": 0, "maskedSpan": 0, "blend": 0}}'
without "blending of clips" '{"augmentation": {"blend": 0}}'
without "feature dropout" '{"model": {"kind": "landmarkMlp", "featureDropout": 0}}'
without "label smoothing" '{"labelSmoothing": 0}'
without "averaged weights" '{"emaDecay": 0}'

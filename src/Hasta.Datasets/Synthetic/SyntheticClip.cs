using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic;

/// <summary>One clip that no camera ever filmed.</summary>
/// <param name="Gloss">The sign, always <c>syn-...</c>.</param>
/// <param name="Signer">The invented person, always <c>synthetic-...</c>.</param>
/// <param name="Index">Counts this signer's clips of this sign from 0.</param>
/// <param name="Landmarks">The frames: pose and hands, no face, pixels of 640 x 480.</param>
internal sealed record SyntheticClip(string Gloss, string Signer, int Index, LandmarkSequence Landmarks);

using Hasta.Landmarks;

namespace Hasta.Datasets.Synthetic;

/// <summary>A clip that was never filmed.</summary>
/// <param name="Gloss">The sign, always <c>syn-...</c>.</param>
/// <param name="Signer">The invented person, always <c>synthetic-...</c>.</param>
/// <param name="Index">Number of the signer's clip of this sign, from 0.</param>
/// <param name="Landmarks">The frames: pose and hands, no face, pixels of 640 x 480.</param>
internal sealed record SyntheticClip(string Gloss, string Signer, int Index, LandmarkSequence Landmarks);

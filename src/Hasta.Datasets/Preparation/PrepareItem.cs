using Hasta.Datasets.Clips;

namespace Hasta.Datasets.Preparation;

/// <summary>One clip to prepare and how to get its landmarks.</summary>
internal sealed record PrepareItem(Clip Clip, IClipExtractor Extractor);

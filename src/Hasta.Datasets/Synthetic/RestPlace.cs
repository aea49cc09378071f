namespace Hasta.Datasets.Synthetic;

/// <summary>Where a signer's hands are between signs.</summary>
internal enum RestPlace
{
    /// <summary>Hanging at the sides; in most pictures below the lower edge.</summary>
    Sides,

    /// <summary>On the lap.</summary>
    Lap,

    /// <summary>Held together before the belly.</summary>
    Belly,
}

namespace Hasta.Datasets.Synthetic.Body;

/// <summary>Where a signer's hands are between signs.</summary>
internal enum RestPlace
{
    /// <summary>Hanging at the sides; in most frames below the lower edge.</summary>
    Sides,

    /// <summary>On the lap.</summary>
    Lap,

    /// <summary>Held together in front of the belly.</summary>
    Belly,
}

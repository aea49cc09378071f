namespace Hasta.Datasets.Synthetic;

/// <summary>Where at the body a sign is made, on the signing hand's side unless the name says otherwise.</summary>
internal enum BodyPlace
{
    Temple,
    Mouth,
    Chin,

    /// <summary>The middle of the chest.</summary>
    Chest,

    /// <summary>The free space before the shoulder.</summary>
    BesideShoulder,

    /// <summary>The free space before the belly, in the middle.</summary>
    BeforeBelly,
}

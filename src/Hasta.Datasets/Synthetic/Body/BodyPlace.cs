namespace Hasta.Datasets.Synthetic.Body;

/// <summary>Where on the body a sign is made, on the signing hand's side unless stated otherwise.</summary>
internal enum BodyPlace
{
    Temple,
    Mouth,
    Chin,

    /// <summary>The middle of the chest.</summary>
    Chest,

    /// <summary>The free space in front of the shoulder.</summary>
    BesideShoulder,

    /// <summary>The free space in front of the belly, in the middle.</summary>
    BeforeBelly,
}

namespace Hasta.Landmarks.Formats;

/// <summary>What a landmark file's coordinates are measured in.</summary>
public enum CoordinateUnits
{
    /// <summary>Pixels of the picture, from its upper left corner.</summary>
    Pixels,

    /// <summary>0..1 of the picture's width and height.</summary>
    Fractions,

    /// <summary>Shoulder widths from the middle of the shoulders, as the .pose format's own normalisation makes them.</summary>
    Shoulders,
}

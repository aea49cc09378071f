namespace Hasta.Landmarks.Formats;

/// <summary>Units of the coordinates in a landmark file.</summary>
public enum CoordinateUnits
{
    /// <summary>Pixels from the top-left corner of the frame.</summary>
    Pixels,

    /// <summary>Fractions 0..1 of the frame's width and height.</summary>
    Fractions,

    /// <summary>Shoulder widths from the midpoint of the shoulders, as produced by the .pose format's own normalisation.</summary>
    Shoulders,
}

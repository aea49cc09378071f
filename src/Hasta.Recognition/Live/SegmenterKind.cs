namespace Hasta.Recognition.Live;

/// <summary>How signs are found in a stream.</summary>
public enum SegmenterKind
{
    /// <summary>By a small network that has seen thousands of signs, rests and fidgets.</summary>
    Learned,

    /// <summary>By the height and the speed of the hands.</summary>
    Rules,
}

namespace Hasta.Recognition;

/// <summary>Kinds of <see cref="UnsureReason"/>.</summary>
public enum UnsureKind
{
    /// <summary>Too few frames show a person.</summary>
    TooFewFrames,

    /// <summary>A hand is seen in no frame, or in too few.</summary>
    NoHand,

    /// <summary>Hands are seen, but none is raised and none moves.</summary>
    NoSign,

    /// <summary>The confidence lies below the model's threshold.</summary>
    LowConfidence,
}

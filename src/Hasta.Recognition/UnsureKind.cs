namespace Hasta.Recognition;

/// <summary>Kinds of <see cref="UnsureReason"/>.</summary>
public enum UnsureKind
{
    /// <summary>Too few frames show a person.</summary>
    TooFewFrames,

    /// <summary>No hand is seen in any frame, or in too few.</summary>
    NoHand,

    /// <summary>Hands are seen, but none is raised and none moves.</summary>
    NoSign,

    /// <summary>The confidence is below the model's threshold.</summary>
    LowConfidence,
}

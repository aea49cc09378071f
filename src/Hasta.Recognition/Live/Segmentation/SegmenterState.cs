namespace Hasta.Recognition.Live.Segmentation;

/// <summary>The states of a <see cref="RuleDetector"/>.</summary>
internal enum SegmenterState
{
    /// <summary>No hand is raised.</summary>
    Rest,

    /// <summary>A hand is raised and moves, or has not been still for long.</summary>
    Signing,

    /// <summary>The sign is over, but a hand is still raised and does not move.</summary>
    Held,
}

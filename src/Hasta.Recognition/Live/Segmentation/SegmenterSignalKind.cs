namespace Hasta.Recognition.Live.Segmentation;

/// <summary>Kinds of <see cref="SegmenterSignal"/>.</summary>
internal enum SegmenterSignalKind
{
    /// <summary>A sign began.</summary>
    Started,

    /// <summary>A sign is over.</summary>
    Ended,

    /// <summary>What began was too short.</summary>
    Misfired,

    /// <summary>The hands are lowered.</summary>
    Rested,
}

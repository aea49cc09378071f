using Hasta.Landmarks;

namespace Hasta.Recognition.Live;

/// <summary>Cuts a stream into signs.</summary>
internal interface ISignSegmenter
{
    /// <summary>The frames of the sign in progress; null between signs.</summary>
    IReadOnlyList<LandmarkFrame>? Current { get; }

    /// <param name="frame">The next frame; after a gap, or if its time is earlier than the last one, the stream begins anew.</param>
    IReadOnlyList<SegmenterSignal> Add(LandmarkFrame frame);

    /// <summary>Ends the stream, and the sign in progress.</summary>
    IReadOnlyList<SegmenterSignal> Complete();

    /// <summary>Forgets the stream, and the sign in progress.</summary>
    void Reset();
}

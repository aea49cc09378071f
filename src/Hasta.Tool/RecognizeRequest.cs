using Hasta.Landmarks.Video.Treatments;
using Hasta.Recognition.Enrollment;

namespace Hasta.Tool;

/// <summary>Which clips to recognize, and with which model.</summary>
internal sealed record RecognizeRequest
{
    /// <summary>The folder of a run or checkpoint.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<string> Clips { get; init; }

    /// <summary>The person to use from .pose files of several people, from 1; null for the one who signs.</summary>
    public int? Person { get; init; }

    /// <summary>Enrolled signs to answer with; null for none.</summary>
    public SignLibrary? Library { get; init; }

    /// <summary>Whether to answer with words of one signer.</summary>
    public bool AllWords { get; init; }

    public required bool Json { get; init; }

    /// <summary>The region of video frames to process; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }
}

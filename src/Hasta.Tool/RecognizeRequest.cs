using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Tool;

/// <summary>Which clips to recognize, and with which model.</summary>
internal sealed record RecognizeRequest
{
    /// <summary>The folder of a run or checkpoint.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<string> Clips { get; init; }

    /// <summary>The person to use from .pose files of several people, from 1; null for the one who signs.</summary>
    public int? Person { get; init; }

    public required bool Json { get; init; }

    /// <summary>The region of video frames to process; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }
}

using Hasta.Landmarks.Video.Treatments;

namespace Hasta.Tool;

/// <summary>Which clips to name, and with what.</summary>
internal sealed record RecognizeRequest
{
    /// <summary>A run's or a checkpoint's folder.</summary>
    public required string Model { get; init; }

    public required IReadOnlyList<string> Clips { get; init; }

    /// <summary>Whom to take from .pose files of several people, from 1; null for the one who signs.</summary>
    public int? Person { get; init; }

    public required bool Json { get; init; }

    /// <summary>The part of videos that is looked at; null for all of it.</summary>
    public PictureRegion? Region { get; init; }
}

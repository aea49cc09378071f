using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>The result of one prepare invocation.</summary>
internal sealed record PrepareSummary
{
    /// <summary>Clips whose landmarks were extracted by this invocation.</summary>
    public required int Prepared { get; init; }

    /// <summary>Clips that an earlier invocation had finished.</summary>
    public required int Reused { get; init; }

    public required IReadOnlyList<SkippedClip> Skipped { get; init; }

    /// <summary>Clips of this invocation whose frames were preprocessed: see <see cref="ManifestEntry.Picture"/>.</summary>
    public required int Treated { get; init; }

    /// <summary>Clips of this invocation that show more than one person at the start.</summary>
    public required int SeveralPeople { get; init; }

    /// <summary>Clips prepared by this invocation from landmark files of several people, and the person selected.</summary>
    public IReadOnlyList<(string Clip, PersonChoice Person)> WithSeveralPeople { get; init; } = [];

    /// <summary>Clips in the data folder now, including those that earlier invocations added from other sources.</summary>
    public required int InManifest { get; init; }

    /// <summary>Frames extracted by this invocation.</summary>
    public required int Frames { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Files in the source that are not clips, by extension (see <see cref="Clips.IgnoredFiles"/>).</summary>
    public IReadOnlyDictionary<string, int> Ignored { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether any clip of this invocation can be used.</summary>
    public bool IsUsable => Prepared + Reused > 0;
}

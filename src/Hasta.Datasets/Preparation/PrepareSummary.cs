using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>What a run of prepare did.</summary>
internal sealed record PrepareSummary
{
    /// <summary>Clips whose landmarks were extracted now.</summary>
    public required int Prepared { get; init; }

    /// <summary>Clips that an earlier run had finished.</summary>
    public required int Reused { get; init; }

    public required IReadOnlyList<SkippedClip> Skipped { get; init; }

    /// <summary>Clips of this run whose picture was treated: see <see cref="ManifestEntry.Picture"/>.</summary>
    public required int Treated { get; init; }

    /// <summary>Clips of this run that show more than one person at the start.</summary>
    public required int SeveralPeople { get; init; }

    /// <summary>Clips prepared now from landmark files of several people, and whom of them they show.</summary>
    public IReadOnlyList<(string Clip, PersonChoice Person)> Crowded { get; init; } = [];

    /// <summary>Clips in the data folder now, those of earlier runs from other places included.</summary>
    public required int InManifest { get; init; }

    /// <summary>Frames extracted now.</summary>
    public required int Frames { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Files of the source that were no clips, by ending (see <see cref="Clips.NotTaken"/>).</summary>
    public IReadOnlyDictionary<string, int> NotTaken { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether any clip of this run can be used.</summary>
    public bool IsUsable => Prepared + Reused > 0;
}

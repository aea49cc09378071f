using System.Text.Json;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Datasets.Splits;

/// <summary>The splits of a data set, and the sentence about them that every report prints.</summary>
internal sealed record SplitPlan
{
    private const string FileName = "splits.json";

    public required SplitProtocol Protocol { get; init; }

    /// <summary>What the splits share and do not share, as text for users.</summary>
    public required string Description { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<AssignedClip> Clips { get; init; }

    /// <summary>The plan stored with a training run or a checkpoint; null if there is none.</summary>
    /// <exception cref="BadFileException">The file exists but cannot be read.</exception>
    public static SplitPlan? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        SplitPlan plan = StrictJson.Read<SplitPlan>(path);
        if (plan.Clips.FirstOrDefault(clip => !SplitName.All.Contains(clip.Set)) is { } invalid)
        {
            throw new BadFileException(
                path, $"{invalid.Clip} is in the unknown split \"{invalid.Set}\".", "Train again into another folder.");
        }

        IReadOnlyList<string> ids = ClipId.Compose([.. plan.Clips.Select(clip => clip.Clip)]);
        return plan with { Clips = [.. plan.Clips.Zip(ids, (clip, id) => clip with { Clip = id })] };
    }

    public void Write(string folder) =>
        AtomicFile.WriteText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, StrictJson.Indented));

    public IEnumerable<AssignedClip> ClipsIn(Split split) => Clips.Where(clip => clip.Set == SplitName.Format(split));

    /// <summary>Each clip's split, by the hash of its landmarks.</summary>
    public Dictionary<string, Split> ByLandmarks() =>
        Clips.DistinctBy(clip => clip.PoseSha256)
            .ToDictionary(clip => clip.PoseSha256, clip => SplitName.Parse(clip.Set), StringComparer.Ordinal);

    /// <summary>The ids of one split's clips.</summary>
    public IReadOnlySet<string> IdsIn(Split split) =>
        ClipsIn(split).Select(clip => clip.Clip).ToHashSet(StringComparer.Ordinal);
}

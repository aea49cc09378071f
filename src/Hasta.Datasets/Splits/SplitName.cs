namespace Hasta.Datasets.Splits;

/// <summary>A part's name as people and files have it: "train", "validation", "test".</summary>
internal static class SplitName
{
    public static string Format(Split split) => split.ToString().ToLowerInvariant();
}

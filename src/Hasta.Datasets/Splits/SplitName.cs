namespace Hasta.Datasets.Splits;

/// <summary>A split's name for users and files: "train", "validation", "test".</summary>
internal static class SplitName
{
    /// <summary>In the order of <see cref="Split"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Split>().Select(Format)];

    public static string Format(Split split) => split.ToString().ToLowerInvariant();

    /// <exception cref="ArgumentException">Not the name of a split.</exception>
    public static Split Parse(string name) => All.Contains(name)
        ? Enum.Parse<Split>(name, ignoreCase: true)
        : throw new ArgumentException($"{name} is not one of {string.Join(", ", All)}.", nameof(name));
}

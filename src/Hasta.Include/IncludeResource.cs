namespace Hasta.Include;

/// <summary>Embedded tables: a header line, cells without quotes or commas.</summary>
internal static class IncludeResource
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(IncludeResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}

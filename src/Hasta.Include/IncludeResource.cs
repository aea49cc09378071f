namespace Hasta.Include;

/// <summary>Tables that the library carries: a header line, cells without quotes or commas.</summary>
internal static class IncludeResource
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = typeof(IncludeResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The build has left out {name}.");
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
    }
}

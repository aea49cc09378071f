namespace Hasta.House.Tests.Architecture;

/// <summary>A line of a file that people read in an editor.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without the line break.</param>
internal sealed record TextLine(int Number, string Text)
{
    /// <summary>Without lines that cannot be wrapped: raw string literals of code; tables, commands and links of documents.</summary>
    public static IEnumerable<TextLine> OfProseOrCode(string path)
    {
        bool isCode = path.EndsWith(".cs", StringComparison.Ordinal);
        bool isRaw = false;
        foreach ((int index, string line) in File.ReadLines(path).Index())
        {
            bool wasRaw = isRaw;
            int marks = isCode ? line.Split("\"\"\"").Length - 1 : 0;
            isRaw ^= marks % 2 != 0;
            bool isFixed = isCode
                ? wasRaw || marks > 0
                : line.StartsWith("    ", StringComparison.Ordinal)
                    || line.StartsWith('|')
                    || line.Contains("](http", StringComparison.Ordinal);
            if (!isFixed)
            {
                yield return new TextLine(index + 1, line);
            }
        }
    }
}

using Hasta.Tool.LiveReport;
using Hasta.Tool.Segments;
using Hasta.Training.Evaluation.Streams;

namespace Hasta.Cli;

/// <summary>Writes a page per stream of a benchmark: what was signed above what was recognized.</summary>
internal static class StreamPages
{
    /// <param name="folder">Created if needed.</param>
    /// <param name="stream">Its title becomes the file's name.</param>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public static void Write(string folder, PlayedStream stream)
    {
        Directory.CreateDirectory(folder);
        string name = string.Concat(stream.Title.Select(
            letter => char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) ? '-' : char.ToLowerInvariant(letter)));
        LiveReportPage.Write(
            Path.Combine(folder, $"{name}.html"),
            SegmentList.From(stream.Title, stream.Duration, stream.Events),
            [.. stream.Signs.Select(sign => new TrueSign(sign.Gloss, sign.Start, sign.End))]);
    }
}

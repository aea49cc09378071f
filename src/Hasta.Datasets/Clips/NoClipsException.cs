using Hasta.Landmarks;

namespace Hasta.Datasets.Clips;

/// <summary>A folder or CSV that contains no clips in a supported layout.</summary>
internal sealed class NoClipsException : HastaException
{
    private const string Layouts =
        "Hasta reads <gloss>/<clip>, INCLUDE's <category>/<n. gloss>/[Extra/]<clip>, "
        + "or a CSV file with the columns file, gloss and optionally signer, session, split.";

    public NoClipsException(string path, string problem)
        : base($"{path}: {problem} {Layouts} Supported extensions: {string.Join(", ", ClipExtensions.All)} (any case).")
    {
    }
}

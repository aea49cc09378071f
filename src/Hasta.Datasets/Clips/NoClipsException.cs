using Hasta.Landmarks;

namespace Hasta.Datasets.Clips;

/// <summary>A folder or CSV from which no clips can be read as a data set.</summary>
internal sealed class NoClipsException : HastaException
{
    private const string Layouts =
        "Hasta reads <gloss>/<clip>, INCLUDE's <category>/<n. gloss>/[Extra/]<clip>, or a CSV file with the columns file, gloss and optionally signer, session, split.";

    public NoClipsException(string path, string problem)
        : base($"{path}: {problem} {Layouts} Clips end in {string.Join(", ", ClipEndings.All)} (any case).")
    {
    }
}

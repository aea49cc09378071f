using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Datasets.Clips;

namespace Hasta.Datasets.Leakage;

/// <summary>A clip's file name, split at its last number: "MVI_0050_ (2)" is take 2 of "MVI_0050_ ()".</summary>
/// <param name="Stem">The full name without folders and file extension, lower case.</param>
/// <param name="Series">The name without its number, which takes of one series share.</param>
/// <param name="Number">The take number.</param>
/// <param name="IsByCamera">Whether a camera assigned the name; if so, numbers are comparable across folders.</param>
internal sealed partial record FileNumber(string Stem, string Series, long Number, bool IsByCamera)
{
    /// <returns>Null for a name without a number. Of a number with more than 18 digits only the last 18 count.</returns>
    public static FileNumber? Parse(string clip)
    {
        string file = clip[(clip.LastIndexOf('/') + 1)..].ToLowerInvariant();
        string stem = ClipExtensions.IsClip(file) ? Path.GetFileNameWithoutExtension(file) : file;
        Match match = LastNumber().Match(stem);
        return match.Success
            ? new FileNumber(
                stem,
                $"{match.Groups["before"].Value}/{match.Groups["after"].Value}",
                long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
                Camera().IsMatch(stem))
            : null;
    }

    [GeneratedRegex(@"^(?<before>.*?)(?<number>[0-9]{1,18})(?<after>[^0-9]*)$", RegexOptions.Singleline)]
    private static partial Regex LastNumber();

    /// <summary>The names that common cameras and phones assign.</summary>
    [GeneratedRegex(@"^(_?mvi|img|_?dsc[fn]?|cimg|sam|mah|gopr|g[hx][0-9]{2}|pxl|vid|mov)[_-]?[0-9]{3}")]
    private static partial Regex Camera();
}

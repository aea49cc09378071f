namespace Hasta.Landmarks.Formats.Pose;

/// <summary>What a conversion is asked to do to the landmarks themselves: one person of several, pixels of other units.</summary>
internal static class PoseChanges
{
    /// <exception cref="BadFileException">No such person, no picture size to scale by, or pixels where other units are announced.</exception>
    public static PoseDocument Apply(string from, PoseDocument document, PoseConversionOptions options)
    {
        if (options.Units != CoordinateUnits.Pixels && document.Header is { Width: 0 } or { Height: 0 })
        {
            throw new BadFileException(from, $"its header says {document.Header.Width}x{document.Header.Height} pixels.", "Give the picture's size with --size.");
        }

        if (options.Units != CoordinateUnits.Pixels && PoseUnits.LooksLikePixels(document))
        {
            throw new BadFileException(from, "its coordinates look like pixels.", "Leave --units out.");
        }

        document = options.Person is { } person ? PosePeople.Only(from, document, person) : document;
        return options.Units == CoordinateUnits.Pixels ? document : PoseUnits.ToPixels(document, options.Units);
    }
}

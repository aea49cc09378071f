namespace Hasta.Landmarks.Formats.Pose;

/// <summary>
/// The changes that a conversion makes to the landmarks themselves: keeping one of several people, converting other units to pixels.
/// </summary>
internal static class PoseChanges
{
    /// <exception cref="BadFileException">
    /// There is no such person, no frame size to scale by, or the coordinates are pixels although other units were specified.
    /// </exception>
    public static PoseDocument Apply(string from, PoseDocument document, PoseConversionOptions options)
    {
        if (options.Units != CoordinateUnits.Pixels && document.Header is { Width: 0 } or { Height: 0 })
        {
            throw new BadFileException(
                from,
                $"its header has the frame size {document.Header.Width}x{document.Header.Height}.",
                "Give the frame size with --size.");
        }

        if (options.Units != CoordinateUnits.Pixels && PoseUnits.LooksLikePixels(document))
        {
            throw new BadFileException(from, "its coordinates look like pixels.", "Omit --units.");
        }

        document = options.Person is { } person ? PosePeople.Only(from, document, person) : document;
        return options.Units == CoordinateUnits.Pixels ? document : PoseUnits.ToPixels(document, options.Units);
    }
}

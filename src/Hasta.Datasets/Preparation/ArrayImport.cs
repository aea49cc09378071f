namespace Hasta.Datasets.Preparation;

/// <summary>A landmark array and its index, the input of <c>hasta prepare --from-npy</c>.</summary>
internal sealed record ArrayImport
{
    /// <summary>A .npy file of float32 <c>[clip, frame, 258]</c> (see <see cref="Landmarks.Formats.Npy.LandmarkArray"/>).</summary>
    public required string Array { get; init; }

    /// <summary>A CSV with one line per clip: gloss (or word) and optionally row, signer, session (or block10), split.</summary>
    public required string Index { get; init; }

    /// <summary>Rows to use (see <see cref="RowFilter"/>); all if empty.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Frames per second; the array does not contain it.</summary>
    public double Fps { get; init; } = 12;

    /// <summary>Frame width in pixels to which the coordinates 0..1 refer.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Frame height in pixels to which the coordinates 0..1 refer.</summary>
    public int Height { get; init; } = 480;
}

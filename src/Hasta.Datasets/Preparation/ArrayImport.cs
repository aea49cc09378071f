namespace Hasta.Datasets.Preparation;

/// <summary>A landmark array and its index, as <c>hasta prepare --from-npy</c> takes them.</summary>
internal sealed record ArrayImport
{
    /// <summary>A .npy file of float32 <c>[clip, frame, 258]</c> (see <see cref="Landmarks.Formats.Npy.LandmarkArray"/>).</summary>
    public required string Array { get; init; }

    /// <summary>A CSV with one line per clip: gloss (or word) and optionally row, signer, session (or block10), split.</summary>
    public required string Index { get; init; }

    /// <summary>Rows to take (see <see cref="RowFilter"/>); all where empty.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Frames per second; an array does not say.</summary>
    public double Fps { get; init; } = 12;

    /// <summary>Pixels of the picture that 0..1 refers to.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Pixels of the picture that 0..1 refers to.</summary>
    public int Height { get; init; } = 480;
}

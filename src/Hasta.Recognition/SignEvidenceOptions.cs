namespace Hasta.Recognition;

/// <summary>The minimum evidence for a clip to be a sign.</summary>
internal sealed record SignEvidenceOptions
{
    /// <summary>Minimum number of frames that show a person.</summary>
    public int MinFrames { get; init; } = 5;

    /// <summary>Minimum number of frames with a complete hand, and with a raised one.</summary>
    public int MinHandFrames { get; init; } = 3;

    /// <summary>The same as a fraction 0..1 of the frames that show a person: in a long clip, a few frames are tracking errors.</summary>
    public double MinHandShare { get; init; } = 0.05;

    /// <summary>
    /// A palm higher than this many shoulder widths below the shoulders is raised: it may sign, whether moving or still. Hands that hang
    /// down or rest in the lap are lower.
    /// </summary>
    public float RaisedHeight { get; init; } = 0.75f;

    /// <summary>A palm that stays lower must move at least this many shoulder widths.</summary>
    public float MinMovement { get; init; } = 0.3f;

    /// <summary>
    /// A palm that stays lower must also rise above this many shoulder widths below the shoulders, which arms that swing while walking do
    /// not.
    /// </summary>
    public float MovementHeight { get; init; } = 1.2f;
}

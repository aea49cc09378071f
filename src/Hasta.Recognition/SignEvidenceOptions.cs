namespace Hasta.Recognition;

/// <summary>What a clip must show to be a sign at all.</summary>
internal sealed record SignEvidenceOptions
{
    /// <summary>Frames that show a person.</summary>
    public int MinFrames { get; init; } = 5;

    /// <summary>Frames with a whole hand, and with a raised one.</summary>
    public int MinHandFrames { get; init; } = 3;

    /// <summary>The same as a fraction 0..1 of the frames that show a person: in a long clip a few frames are a tracker's slip.</summary>
    public double MinHandShare { get; init; } = 0.05;

    /// <summary>A palm higher than this many shoulder widths below the shoulders is raised: moving or held still, it may sign. Hands that hang, or rest in the lap, are lower.</summary>
    public float RaisedHeight { get; init; } = 0.75f;

    /// <summary>A palm that stays lower must move over so many shoulder widths.</summary>
    public float MinMovement { get; init; } = 0.3f;

    /// <summary>Such a palm must come higher than this many shoulder widths below the shoulders: arms that swing in walking do not.</summary>
    public float MovementHeight { get; init; } = 1.2f;
}

namespace Hasta.Datasets.Synthetic;

/// <summary>Where a signer stands in the picture of 640 x 480 pixels, and how the camera looks at them.</summary>
internal sealed record SignerCamera
{
    public const int Width = 640;
    public const int Height = 480;

    /// <summary>The distance between the shoulders in pixels.</summary>
    public required float Scale { get; init; }

    /// <summary>The middle of the shoulders, in pixels from the left.</summary>
    public required float X { get; init; }

    /// <summary>The middle of the shoulders, in pixels from the top.</summary>
    public required float Y { get; init; }

    /// <summary>From the camera to the shoulders, in shoulder widths: less means more perspective.</summary>
    public required float Distance { get; init; }

    /// <summary>Turn of the signer to a side, radians.</summary>
    public required float Yaw { get; init; }

    /// <summary>The camera looks up (above 0) or down, radians.</summary>
    public required float Pitch { get; init; }

    /// <summary>The camera stands aslant, radians.</summary>
    public required float Roll { get; init; }
}

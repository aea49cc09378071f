namespace Hasta.Datasets.Synthetic.Signers;

/// <summary>The signer's position in the frame of 640 x 480 pixels, and the camera's view of them.</summary>
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

    /// <summary>Rotation of the signer to a side, radians.</summary>
    public required float Yaw { get; init; }

    /// <summary>The camera points up (above 0) or down, radians.</summary>
    public required float Pitch { get; init; }

    /// <summary>The camera is tilted sideways, radians.</summary>
    public required float Roll { get; init; }
}

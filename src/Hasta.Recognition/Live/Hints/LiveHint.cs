namespace Hasta.Recognition.Live.Hints;

/// <summary>What makes signs in front of a camera hard to recognize, and what the signer can change.</summary>
internal enum LiveHint
{
    /// <summary>Nobody is seen.</summary>
    NoSigner,

    TooDark,

    /// <summary>The face is dark in front of a bright background.</summary>
    Backlight,

    TooFar,

    TooClose,

    /// <summary>A shoulder is outside the frame, or at its lower edge.</summary>
    ShouldersCut,

    /// <summary>A hand leaves the frame at the top or at a side; lowered hands may leave it at the bottom.</summary>
    HandOutside,

    SecondPerson,
}

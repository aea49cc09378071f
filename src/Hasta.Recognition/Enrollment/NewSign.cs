namespace Hasta.Recognition.Enrollment;

/// <summary>A sign to add to a <see cref="SignLibrary"/>.</summary>
public sealed record NewSign
{
    /// <summary>The sign's name: 1 to 100 characters without control characters. It may be a word that the model knows.</summary>
    public required string Gloss { get; init; }

    /// <summary>Who signs; the library must have a <see cref="SignerConsent"/>.</summary>
    public required string Signer { get; init; }

    /// <summary>1 to 5 recordings; more are allowed.</summary>
    public required IReadOnlyList<EnrollmentClip> Clips { get; init; }
}

namespace Hasta.Tool.Enrollment;

/// <summary>What to enroll, whose it is, and with which model.</summary>
internal sealed record EnrollRequest
{
    /// <summary>Glosses and the paths of their recordings.</summary>
    public required IReadOnlyList<(string Gloss, IReadOnlyList<string> Clips)> Signs { get; init; }

    public required string Signer { get; init; }

    /// <summary>The library's folder.</summary>
    public required string Library { get; init; }

    /// <summary>A run or checkpoint folder; null for the shipped model.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the signer's consent is confirmed.</summary>
    public bool HasConsent { get; init; }

    /// <summary>Whether this is a dictionary of one clip per word, whose signs are not compared with each other.</summary>
    public bool IsDictionary { get; init; }
}

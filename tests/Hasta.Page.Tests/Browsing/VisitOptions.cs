namespace Hasta.Page.Tests.Browsing;

/// <summary>How a page is visited.</summary>
internal sealed record VisitOptions
{
    public CameraView Camera { get; init; } = CameraView.None;

    /// <summary>en or hi: the language of the browser.</summary>
    public string Language { get; init; } = "en";

    public bool IsDark { get; init; }

    /// <summary>Of the window, in CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Errors that the browser itself prints to the console because a test provokes them; a regular expression.</summary>
    public string? ExpectedErrors { get; init; }
}

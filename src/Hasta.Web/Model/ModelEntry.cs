using Hasta.Recognition;

namespace Hasta.Web.Model;

/// <summary>The model, as <c>GET /api/model</c> answers it.</summary>
internal sealed record ModelEntry
{
    private static readonly string[] Fixed =
    [
        "It recognizes single signs and does not translate.",
        "It is not for medical, legal or police use.",
        "It was not reviewed by a deaf signer yet.",
    ];

    /// <summary>Null if the model has no card.</summary>
    public required ModelAccuracy? Accuracy { get; init; }

    public required string Name { get; init; }

    /// <summary>How many words it knows.</summary>
    public required int Words { get; init; }

    /// <summary>0..1; answers for clips are unsure below it.</summary>
    public required double UnsureBelow { get; init; }

    /// <summary>0..1; the same for live streams, unless one asks for another.</summary>
    public required double MinConfidence { get; init; }

    /// <summary>What finds the landmarks of videos.</summary>
    public required string Engine { get; init; }

    /// <summary>The version of Hasta.</summary>
    public required string Version { get; init; }

    /// <summary>The model's; null if it has no card.</summary>
    public required string? Licence { get; init; }

    /// <summary>Whether this server enrolls signs.</summary>
    public required bool CanTeach { get; init; }

    /// <summary>What everyone must know who uses it.</summary>
    public IReadOnlyList<string> Notes { get; } = Fixed;

    /// <exception cref="Landmarks.BadFileException">The model's card is not valid.</exception>
    public static ModelEntry From(SignRecognizer recognizer, WebServerOptions options)
    {
        ModelCard? card = recognizer.Folder is { } folder ? ModelCard.Find(folder) : null;
        return new ModelEntry
        {
            Accuracy = card?.Accuracy,
            Name = options.Model,
            Words = recognizer.Glosses.Count,
            UnsureBelow = recognizer.UnsureBelow,
            MinConfidence = options.MinConfidence,
            Engine = recognizer.Engine.ToString(),
            Version = typeof(ModelEntry).Assembly.GetName().Version!.ToString(3),
            Licence = card?.Licence,
            CanTeach = options.CanTeach && recognizer.Library is not null,
        };
    }
}

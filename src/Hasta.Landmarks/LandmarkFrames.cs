namespace Hasta.Landmarks;

/// <summary>The landmarks of one clip, a frame at a time: a clip of any length needs the memory of one frame.</summary>
public sealed record LandmarkFrames
{
    /// <summary>Frames per second as the clip declares them, above 0; <see cref="LandmarkStatistics"/> knows better once all have passed.</summary>
    public required double DeclaredFps { get; init; }

    /// <summary>Width in pixels of the picture that the coordinates refer to.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the picture that the coordinates refer to.</summary>
    public required int Height { get; init; }

    /// <summary>In order of time; to be read once.</summary>
    public required IAsyncEnumerable<LandmarkFrame> Frames { get; init; }

    /// <summary>What is done to the clip's picture before it is looked at; null where nothing is, or there is none.</summary>
    public string? Treatment { get; init; }

    /// <summary>What makes the landmarks doubtful, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Who was seen at the start, once the first frame was read; null where that is not known.</summary>
    public Func<PeopleAtStart?> People { get; init; } = () => null;

    /// <summary>Whose landmarks these are, where a file holds those of several people; else null.</summary>
    public PersonChoice? Person { get; init; }

    public static LandmarkFrames From(LandmarkSequence sequence) => new()
    {
        DeclaredFps = sequence.Fps,
        Width = sequence.Width,
        Height = sequence.Height,
        Frames = sequence.Frames.ToAsyncEnumerable(),
        Person = sequence.Person,
    };

    /// <summary>Reads it to the end, into memory.</summary>
    public async Task<LandmarkSequence> CollectAsync(CancellationToken cancellationToken = default)
    {
        var tally = new LandmarkStatistics(DeclaredFps);
        var frames = new List<LandmarkFrame>();
        await foreach (var frame in Frames.WithCancellation(cancellationToken))
        {
            tally.Add(frame);
            frames.Add(frame);
        }

        return new LandmarkSequence { Fps = tally.Fps, Width = Width, Height = Height, Frames = frames, Person = Person };
    }
}

namespace Hasta.Landmarks;

/// <summary>The landmarks of one clip, a frame at a time: a clip of any length needs the memory of one frame.</summary>
public sealed record LandmarkFrames
{
    /// <summary>
    /// Frames per second as declared by the clip, above 0; <see cref="LandmarkStatistics"/> is more accurate once all frames have been
    /// read.
    /// </summary>
    public required double DeclaredFps { get; init; }

    /// <summary>Width in pixels of the frame that the coordinates refer to.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the frame that the coordinates refer to.</summary>
    public required int Height { get; init; }

    /// <summary>In order of time; can be read once.</summary>
    public required IAsyncEnumerable<LandmarkFrame> Frames { get; init; }

    /// <summary>How the clip's frames are changed before processing; null if they are not changed, or there are none.</summary>
    public string? Treatment { get; init; }

    /// <summary>Reasons to doubt the landmarks, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Returns the people seen at the start, once the first frame has been read; null if unknown.</summary>
    public Func<PeopleAtStart?> People { get; init; } = () => null;

    /// <summary>The person with these landmarks, if a file contains several people; otherwise null.</summary>
    public PersonChoice? Person { get; init; }

    public static LandmarkFrames From(LandmarkSequence sequence) => new()
    {
        DeclaredFps = sequence.Fps,
        Width = sequence.Width,
        Height = sequence.Height,
        Frames = sequence.Frames.ToAsyncEnumerable(),
        Person = sequence.Person,
    };

    /// <summary>Reads all frames into memory.</summary>
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

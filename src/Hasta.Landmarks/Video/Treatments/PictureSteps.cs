using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Treatments;

/// <summary>What is done to a clip's picture before it is looked at like any other. Nothing is done to an ordinary clip: its pixels stay as they are.</summary>
internal sealed record PictureSteps
{
    /// <summary>ffmpeg's filter for the stored picture; null for none.</summary>
    public string? Deinterlacing { get; init; }

    /// <summary>ffmpeg's filters for the picture at its final size; null for none.</summary>
    public string? Colour { get; init; }

    /// <summary>What is done, such as <c>stream 2 of 2, deinterlaced (tff)</c>; null where nothing is.</summary>
    public string? Description { get; init; }

    /// <summary>What ought to be done and cannot, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <param name="probe">What ffprobe knows of the file.</param>
    /// <param name="chosen">The clip's picture stream.</param>
    /// <param name="turned">Whether the stored picture must be turned.</param>
    /// <param name="ffmpeg">Its filters are asked for only where one is needed.</param>
    public static async Task<PictureSteps> OfAsync(ProbeAnswer probe, ProbedStream chosen, bool turned, Ffmpeg ffmpeg)
    {
        Interlacing? interlacing = Interlacing.Detect(chosen, probe.Frames ?? []);
        ColourMapping? colour = ColourMapping.From(chosen);
        if (interlacing is null && colour is null)
        {
            return new PictureSteps { Description = StreamNumber(probe.Streams!, chosen) };
        }

        IReadOnlySet<string> filters = await FfmpegFilters.OfAsync(ffmpeg);
        string? deinterlacer = turned ? null : interlacing?.FilterOf(filters);
        string? mapping = colour?.FilterOf(filters);
        string?[] done =
        [
            StreamNumber(probe.Streams!, chosen), deinterlacer is null ? null : interlacing!.Description, mapping is null ? null : colour!.Description,
        ];
        string?[] warnings =
        [
            interlacing is not null && deinterlacer is null ? Interlacing.Warning(turned) : null, colour is not null && mapping is null ? colour.Warning : null,
        ];
        return new PictureSteps
        {
            Deinterlacing = deinterlacer,
            Colour = mapping,
            Description = done.OfType<string>().Any() ? string.Join(", ", done.OfType<string>()) : null,
            Warnings = [.. warnings.OfType<string>()],
        };
    }

    /// <returns>Null for the first one, which is what is looked at where nothing else is said.</returns>
    private static string? StreamNumber(IReadOnlyList<ProbedStream> streams, ProbedStream chosen)
    {
        ProbedStream[] pictures = [.. streams.Where(stream => stream.Disposition is not { AttachedPic: 1 })];
        int number = Array.FindIndex(pictures, stream => stream.Index == chosen.Index);
        return number > 0 ? $"stream {number + 1} of {pictures.Length}" : null;
    }
}

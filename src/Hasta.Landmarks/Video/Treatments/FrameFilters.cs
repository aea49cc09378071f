using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Treatments;

/// <summary>The filters applied to a clip's frames before processing. Ordinary clips get none: their pixels are unchanged.</summary>
internal sealed record FrameFilters
{
    /// <summary>ffmpeg's filter for the stored frames; null for none.</summary>
    public string? Deinterlacing { get; init; }

    /// <summary>ffmpeg's filters for frames at their final size; null for none.</summary>
    public string? Colour { get; init; }

    /// <summary>The applied steps, such as <c>stream 2 of 2, deinterlaced (tff)</c>; null if there are none.</summary>
    public string? Description { get; init; }

    /// <summary>Steps that are needed but not possible, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <param name="probe">ffprobe's output about the file.</param>
    /// <param name="chosen">The clip's video stream.</param>
    /// <param name="rotated">Whether the stored frames must be rotated.</param>
    /// <param name="ffmpeg">Its filters are queried only if one is needed.</param>
    public static async Task<FrameFilters> OfAsync(ProbeOutput probe, ProbedStream chosen, bool rotated, Ffmpeg ffmpeg)
    {
        Interlacing? interlacing = Interlacing.Detect(chosen, probe.Frames ?? []);
        ColourMapping? colour = ColourMapping.From(chosen);
        if (interlacing is null && colour is null)
        {
            return new FrameFilters { Description = StreamNumber(probe.Streams!, chosen) };
        }

        IReadOnlySet<string> filters = await FfmpegFilters.OfAsync(ffmpeg);
        string? deinterlacer = rotated ? null : interlacing?.FilterOf(filters);
        string? mapping = colour?.FilterOf(filters);
        string?[] applied =
        [
            StreamNumber(probe.Streams!, chosen),
            deinterlacer is null ? null : interlacing!.Description,
            mapping is null ? null : colour!.Description,
        ];
        string?[] warnings =
        [
            interlacing is not null && deinterlacer is null ? Interlacing.Warning(rotated) : null,
            colour is not null && mapping is null ? colour.Warning : null,
        ];
        return new FrameFilters
        {
            Deinterlacing = deinterlacer,
            Colour = mapping,
            Description = applied.OfType<string>().Any() ? string.Join(", ", applied.OfType<string>()) : null,
            Warnings = [.. warnings.OfType<string>()],
        };
    }

    /// <returns>Null for the first stream, which is the default.</returns>
    private static string? StreamNumber(IReadOnlyList<ProbedStream> streams, ProbedStream chosen)
    {
        ProbedStream[] videos = [.. streams.Where(stream => stream.Disposition is not { AttachedPic: 1 })];
        int number = Array.FindIndex(videos, stream => stream.Index == chosen.Index);
        return number > 0 ? $"stream {number + 1} of {videos.Length}" : null;
    }
}

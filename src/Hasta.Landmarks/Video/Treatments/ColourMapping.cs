namespace Hasta.Landmarks.Video.Treatments;

/// <summary>Maps colours to those of ordinary video (BT.709), which MediaPipe's models were made for.</summary>
/// <param name="Stream">The stream whose colours are mapped.</param>
internal sealed record ColourMapping(ProbedStream Stream)
{
    // White of ordinary video in HDR (ITU-R BT.2408), in nits. Brightness up to 0.7 of it is unchanged; above, it is compressed. Measured
    // on four webcam clips converted to HDR: pixels differ from the originals by 2 to 3 of 255 on average; with tone curves that compress
    // everything, by 9 (reinhard) to 40 (hable).
    private const string White = "npl=203";
    private const string Tone = "tonemap=mobius:param=0.7";

    private const string Ordinary = "m=bt709:r=tv,format=yuv420p";

    public string Description => IsHdr ? $"tone-mapped ({Stream.ColorTransfer})" : "colours mapped (bt2020)";

    public string Warning => IsHdr
        ? $"its video is HDR ({Stream.ColorTransfer}) and this ffmpeg cannot map it (zscale or tonemap is missing); hands may be missed. "
            + "Install an ffmpeg with libzimg."
        : "its colours are BT.2020 and this ffmpeg cannot map them (zscale is missing). Install an ffmpeg with libzimg.";

    private bool IsHdr => Stream.ColorTransfer is "smpte2084" or "arib-std-b67";

    /// <returns>Null for ordinary video.</returns>
    public static ColourMapping? From(ProbedStream stream) =>
        new ColourMapping(stream) is { IsHdr: true } or { Stream.ColorPrimaries: "bt2020" } ? new ColourMapping(stream) : null;

    /// <returns>Null if this ffmpeg lacks a filter.</returns>
    public string? FilterOf(IReadOnlySet<string> filters)
    {
        if (!filters.Contains("zscale") || (IsHdr && !filters.Contains("tonemap")))
        {
            return null;
        }

        string transfer = IsHdr ? Stream.ColorTransfer! : "bt709";
        string source = $"tin={transfer}:pin={KnownOr(Stream.ColorPrimaries, "bt2020")}:min={KnownOr(Stream.ColorSpace, "bt2020nc")}";
        return IsHdr
            ? $"zscale={source}:t=linear:{White},format=gbrpf32le,zscale=p=bt709,{Tone},zscale=t=bt709:{Ordinary}"
            : $"zscale={source}:t=bt709:p=bt709:{Ordinary}";
    }

    private static string KnownOr(string? value, string fallback) =>
        value is null or "unknown" or "reserved" or "unspecified" ? fallback : value;
}

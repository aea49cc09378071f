using System.Globalization;
using System.Runtime.InteropServices;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Video;

namespace Hasta.Datasets.Preparation;

/// <summary>Extracts clips that are rows of a landmark array; a clip's path is the array's path, '#', and the row number.</summary>
internal sealed class ArrayRowExtractor(NpyFile array, ArrayImport import) : IClipExtractor
{
    public LandmarkEngineId Engine { get; } = new()
    {
        Name = LandmarkArray.EngineName,
        Input = string.Create(CultureInfo.InvariantCulture, $"{import.Fps} fps {import.Width}x{import.Height}"),
    };

    public string SourceOf(Clip clip) => clip.Path;

    public Task<string> FingerprintAsync(Clip clip, CancellationToken cancellationToken) =>
        Task.FromResult(ContentHash.Compute(MemoryMarshal.AsBytes(array.ReadRow(RowOf(clip)).AsSpan())));

    public Task<LandmarkFrames> OpenAsync(Clip clip, Action<VideoFrame>? onFrame, CancellationToken cancellationToken) =>
        Task.FromResult(LandmarkFrames.From(LandmarkArray.ToSequence(array.ReadRow(RowOf(clip)), import.Fps, import.Width, import.Height)));

    private static int RowOf(Clip clip) => SourcePath.RowOf(clip.Path);
}

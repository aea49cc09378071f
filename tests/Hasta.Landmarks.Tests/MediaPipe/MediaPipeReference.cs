using System.IO.Compression;
using System.Text.Json;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.MediaPipe;

/// <summary>MediaPipe's own output for the first frames of a clip; see shared/data/README.md.</summary>
internal static class MediaPipeReference
{
    /// <summary>One entry per frame, in pixels; body parts that MediaPipe did not report are missing.</summary>
    public static LandmarkFrame[] For(string clip)
    {
        using var file = File.OpenRead(SharedData.Path("mediapipe-reference.json.gz"));
        using var json = JsonDocument.Parse(new GZipStream(file, CompressionMode.Decompress));
        var entry = json.RootElement.GetProperty("clips").EnumerateArray().Single(item => item.GetProperty("clip").GetString() == clip);
        float width = entry.GetProperty("width").GetSingle();
        float height = entry.GetProperty("height").GetSingle();
        return [.. entry.GetProperty("frames").EnumerateArray().Select(frame => new LandmarkFrame(
            TimeSpan.Zero,
            [
                .. Read(frame.GetProperty("pose"), LandmarkLayout.PoseCount, width, height),
                .. Read(frame.GetProperty("left_hand"), LandmarkLayout.HandCount, width, height),
                .. Read(frame.GetProperty("right_hand"), LandmarkLayout.HandCount, width, height),
                .. Read(frame.GetProperty("face"), LandmarkLayout.FaceCount, width, height),
            ]))];
    }

    private static IEnumerable<Landmark> Read(JsonElement part, int count, float width, float height) =>
        part.ValueKind == JsonValueKind.Null
            ? Enumerable.Repeat(Landmark.Missing, count)
            : part.EnumerateArray().Select(point => new Landmark(
                point[0].GetSingle() * width,
                point[1].GetSingle() * height,
                point[2].GetSingle() * width,
                point.GetArrayLength() > 3 ? point[3].GetSingle() : 1));
}

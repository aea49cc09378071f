using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests;

/// <summary>A stream of one signer: real takes of abh_A at 12 frames/s, with the hands lowered between them.</summary>
internal static class LongTake
{
    /// <summary>Writes two seconds of rest, and after each word two more.</summary>
    public static void Write(string path, params string[] words) => PoseFile.Write(path, new LandmarkSequence
    {
        Fps = 12,
        Width = 640,
        Height = 480,
        Frames = TakeStream.Join([.. words.Select(word => RealTakes.Read(word, "abh_A", 3, 1)[0])], restSeconds: 2),
    });
}

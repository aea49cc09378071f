using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.TestKit;

/// <summary>Synthetic landmarks that differ between points, frames and seeds.</summary>
internal static class MadeClip
{
    /// <summary>A body and a right hand in every frame; the left hand is missing in every second frame.</summary>
    public static LandmarkSequence Sequence(int frames, int seed = 0, bool withFace = false) => new()
    {
        Fps = 25,
        Width = 640,
        Height = 480,
        Frames = [.. Enumerable.Range(0, frames).Select(frame => Frame(frame, seed, withFace))],
    };

    private static LandmarkFrame Frame(int frame, int seed, bool withFace)
    {
        var points = new Landmark[withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace];
        for (int i = 0; i < points.Length; i++)
        {
            bool isLeft = i >= LandmarkLayout.LeftHandStart && i < LandmarkLayout.RightHandStart;
            points[i] = isLeft && frame % 2 == 1 ? Landmark.Missing : new Landmark(i + (frame / 4f), 2 * i, seed, 0.5f);
        }

        return new LandmarkFrame(TimeSpan.FromSeconds(frame / 25.0), points);
    }

    /// <summary>The document of a file with the sequence.</summary>
    public static PoseDocument ToDocument(LandmarkSequence sequence)
    {
        using var folder = new TempFolder();
        string path = folder.At("made.pose");
        PoseFile.Write(path, sequence);
        return PoseReader.Read(path);
    }

    public static LandmarkStatistics Tally(LandmarkSequence sequence)
    {
        var tally = new LandmarkStatistics(sequence.Fps);
        foreach (var frame in sequence.Frames)
        {
            tally.Add(frame);
        }

        return tally;
    }
}

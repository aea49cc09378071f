using System.Runtime.CompilerServices;

namespace Hasta.Landmarks.Files;

/// <summary><see cref="LandmarkSequence"/> to and from .pose files: points are matched by component and point name.</summary>
public static class PoseFile
{
    public const string Extension = ".pose";

    /// <summary>A frame in memory has all points, one in a file perhaps only a few: with the file's own bytes it comes to four times its size.</summary>
    private const int MostMemoryPerByte = 3;

    /// <summary>A frame's objects beside its points.</summary>
    private const int FrameBytes = 80;

    /// <exception cref="BadFileException">No whole .pose file, or one without a MediaPipe body.</exception>
    public static LandmarkSequence Read(string path) => ToSequence(path, PoseReader.Read(path));

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    public static void Write(string path, LandmarkSequence sequence)
    {
        using var recorder = new PoseRecorder(path, LandmarkFeed.Of(sequence));
        foreach (var frame in sequence.Frames)
        {
            recorder.Add(frame);
        }

        recorder.Commit();
    }

    /// <summary>The first person of each frame; missing points (confidence 0) become NaN.</summary>
    /// <param name="name">Names the source in errors.</param>
    /// <param name="document">What was read.</param>
    /// <exception cref="BadFileException">It has no MediaPipe body, no frame rate or no picture size.</exception>
    public static LandmarkSequence ToSequence(string name, PoseDocument document)
    {
        Check(name, document);
        int[] places = Places(document.Header, out bool withFace);
        CheckMemory(name, document, withFace);
        var frames = new LandmarkFrame[document.Frames];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = ReadFrame(document, places, i, withFace);
        }

        return new LandmarkSequence { Fps = document.Fps, Width = document.Header.Width, Height = document.Header.Height, Frames = frames };
    }

    private static void Check(string name, PoseDocument document)
    {
        PoseHeader header = document.Header;
        if (!header.Components.Any(component => component.Name == HolisticComponents.Pose))
        {
            string has = string.Join(", ", header.Components.Select(component => component.Name));
            throw new BadFileException(name, $"no {HolisticComponents.Pose} in it (it has {has}).", "Hasta reads MediaPipe Holistic landmarks.");
        }

        if (!(document.Fps is >= 0.01f and <= 1000) || header.Width == 0 || header.Height == 0 || header.Dimensions is < 2 or > 3)
        {
            throw new BadFileException(
                name, $"{document.Fps} frames/s of {header.Width}x{header.Height} pixels in {header.Dimensions} dimensions cannot be.", "Make the file again.");
        }

        if (document is { Frames: > 0, People: 0 })
        {
            throw new BadFileException(name, $"nobody is in any of its {document.Frames} frames.", "Remove it.");
        }
    }

    private static void CheckMemory(string name, PoseDocument document, bool withFace)
    {
        int points = withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace;
        if (document.Frames * (long)((points * Unsafe.SizeOf<Landmark>()) + FrameBytes) > MostMemoryPerByte * (long)document.Body.Length)
        {
            throw new BadFileException(name, $"its frames hold {document.Header.PointCount} of {points} points.", "Hasta needs the body and the hands: keep more points.");
        }
    }

    /// <summary>For each point of the file, its place in a frame, or -1 where Hasta has no such point. A face of fewer points than MediaPipe's is none.</summary>
    internal static int[] Places(PoseHeader header, out bool withFace)
    {
        var places = new List<int>(header.PointCount);
        withFace = false;
        foreach (PoseComponent component in header.Components)
        {
            var place = HolisticComponents.Place(component.Name);
            Dictionary<string, int> known = place is { } found ? found.Names.Select((point, i) => (point, i)).ToDictionary(pair => pair.point, pair => found.Start + pair.i) : [];
            places.AddRange(component.Points.Select(point => known.GetValueOrDefault(point, -1)));
            withFace |= component.Name == HolisticComponents.Face && component.Points.Count >= LandmarkLayout.FaceCount;
        }

        return [.. places];
    }

    /// <summary>z is 0 where the file has only x and y.</summary>
    private static LandmarkFrame ReadFrame(PoseDocument document, int[] places, int frame, bool withFace)
    {
        var landmarks = Landmark.AllMissing(withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace);
        int dimensions = document.Header.Dimensions;
        for (int i = 0; i < places.Length; i++)
        {
            int point = (frame * document.People * places.Length) + i;
            ReadOnlySpan<float> xyz = document.Data.Slice(point * dimensions, dimensions);
            float confidence = document.Confidence[point];
            if (places[i] >= 0 && places[i] < landmarks.Length && confidence > 0 && float.IsFinite(xyz[0]) && float.IsFinite(xyz[1]))
            {
                float z = dimensions > 2 && float.IsFinite(xyz[2]) ? xyz[2] : 0;
                landmarks[places[i]] = new Landmark(xyz[0], xyz[1], z, Math.Min(confidence, 1));
            }
        }

        return new LandmarkFrame(TimeSpan.FromSeconds(frame / (double)document.Fps), landmarks);
    }
}

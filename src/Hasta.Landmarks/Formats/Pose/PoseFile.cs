using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>Converts a <see cref="LandmarkSequence"/> to and from .pose files. Points are matched by component and point name.</summary>
public static class PoseFile
{
    public const string Extension = ".pose";

    /// <summary>Name of the engine for landmarks from such files, which do not record the actual engine.</summary>
    public const string EngineName = "pose-file";

    /// <param name="path">The file.</param>
    /// <param name="person">Number of the person to read, from 1; null for the one who signs.</param>
    /// <exception cref="BadFileException">Not a complete .pose file, or one that <see cref="ToSequence"/> cannot read.</exception>
    public static LandmarkSequence Read(string path, int? person = null) => ToSequence(path, PoseReader.Read(path), person);

    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, LandmarkSequence sequence)
    {
        using var recorder = new PoseRecorder(path, LandmarkFrames.From(sequence));
        foreach (var frame in sequence.Frames)
        {
            recorder.Add(frame);
        }

        recorder.Commit();
    }

    /// <returns>The content of the file that <see cref="Write"/> writes.</returns>
    internal static byte[] ToBytes(LandmarkSequence sequence)
    {
        var layout = new PoseFrameLayout(
            HolisticComponents.Header(sequence.Width, sequence.Height, sequence.Frames.Any(frame => frame.HasFace)));
        var tally = new LandmarkStatistics(sequence.Fps);
        using var coordinates = new MemoryStream();
        using var confidences = new MemoryStream();
        foreach (LandmarkFrame frame in sequence.Frames)
        {
            layout.Read(frame);
            coordinates.Write(MemoryMarshal.AsBytes(layout.Coordinates));
            confidences.Write(MemoryMarshal.AsBytes(layout.Confidences));
            tally.Add(frame);
        }

        using var file = new MemoryStream();
        PoseWriter.WriteStart(file, layout.Header, tally.Fps, tally.Frames);
        coordinates.WriteTo(file);
        confidences.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>
    /// Reads one person of the document. Missing points (confidence 0) become NaN; head points that the body lacks are derived from the
    /// face.
    /// </summary>
    /// <param name="name">Names the source in errors.</param>
    /// <param name="document">The content of the file.</param>
    /// <param name="person">
    /// Number of the person to read, from 1; null for the one who signs, whose hands travel most and are seen most.
    /// </param>
    /// <exception cref="BadFileException">
    /// The document lacks a MediaPipe body, its shoulders, a frame rate, a frame size or that person, or it is not in pixels.
    /// </exception>
    public static LandmarkSequence ToSequence(string name, PoseDocument document, int? person = null)
    {
        PoseFileCheck.Document(name, document);
        int[] places = Places(document.Header, out bool withFace);
        PoseFileCheck.Points(name, document.Header, places);
        PoseFileCheck.Memory(name, document, withFace);
        PersonChoice choice = PosePeople.Choose(name, document, number => new PosePerson(document, places, number), person);
        var chosen = new PosePerson(document, places, choice.Number - 1);
        PoseUnits.Check(name, PosePeople.Track(document, chosen));
        return new LandmarkSequence
        {
            Fps = document.Fps,
            Width = document.Header.Width,
            Height = document.Header.Height,
            Frames = ReadFrames(document, chosen, withFace),
            Person = document.People > 1 ? choice : null,
        };
    }

    /// <summary>
    /// For each point of the file, its index in a frame, or -1 if Hasta has no such point. A face with fewer points than MediaPipe's is
    /// ignored.
    /// </summary>
    internal static int[] Places(PoseHeader header, out bool withFace)
    {
        var places = new List<int>(header.PointCount);
        withFace = false;
        foreach (PoseComponent component in header.Components)
        {
            var place = HolisticComponents.Place(component.Name);
            Dictionary<string, int> known = place is { } found
                ? found.Names.Select((point, i) => (point, i)).ToDictionary(pair => pair.point, pair => found.Start + pair.i)
                : [];
            places.AddRange(component.Points.Select(point => known.GetValueOrDefault(point, -1)));
            withFace |= component.Name == HolisticComponents.Face && component.Points.Count >= LandmarkLayout.FaceCount;
        }

        return [.. places];
    }

    private static LandmarkFrame[] ReadFrames(PoseDocument document, PosePerson person, bool withFace)
    {
        var frames = new LandmarkFrame[document.Frames];
        for (int i = 0; i < frames.Length; i++)
        {
            var landmarks = new Landmark[withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace];
            person.Read(i, landmarks);
            frames[i] = new LandmarkFrame(TimeSpan.FromSeconds(i / (double)document.Fps), landmarks);
        }

        return frames;
    }
}

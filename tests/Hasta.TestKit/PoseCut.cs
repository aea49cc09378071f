using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.TestKit;

/// <summary>Variants of a .pose document as other tools write them: fewer points, more people, other units.</summary>
internal static class PoseCut
{
    public static readonly string[] EightPoints =
        ["LEFT_SHOULDER", "RIGHT_SHOULDER", "LEFT_ELBOW", "RIGHT_ELBOW", "LEFT_WRIST", "RIGHT_WRIST", "LEFT_HIP", "RIGHT_HIP"];

    /// <summary>Keeps the points that <paramref name="keeps"/> selects by component and name, and drops components without any.</summary>
    public static PoseDocument Keep(PoseDocument document, Func<string, string, bool> keeps)
    {
        PoseHeader header = document.Header;
        bool[] kept = [.. header.Components.SelectMany(component => component.Points.Select(point => keeps(component.Name, point)))];
        PoseComponent[] components =
        [
            .. header.Components
                .Select(component =>
                    component with { Points = [.. component.Points.Where(point => keeps(component.Name, point))], Limbs = [] })
                .Where(component => component.Points.Count > 0),
        ];
        IEnumerable<T> Cut<T>(T[] perPoint) => perPoint.Where((_, i) => kept[i % kept.Length]);
        return Apply(
            document with { Header = header with { Components = components } },
            Cut(document.Data.ToArray().Chunk(header.Dimensions).ToArray()).SelectMany(point => point),
            Cut(document.Confidence.ToArray()));
    }

    /// <summary>The .pose format's own reduction: eight body points, the face contours and complete hands.</summary>
    public static PoseDocument Reduce(PoseDocument document)
    {
        HashSet<string> contours = [.. FaceContours.Limbs.SelectMany(limb => new[] { $"{limb.From}", $"{limb.To}" })];
        return Keep(document, (component, point) => component switch
        {
            "POSE_LANDMARKS" => EightPoints.Contains(point),
            "FACE_LANDMARKS" => contours.Contains(point),
            _ => true,
        });
    }

    /// <summary>Joins documents with the same points and frames as people of one document; null is a slot that is always empty.</summary>
    public static PoseDocument Join(params PoseDocument?[] people)
    {
        PoseDocument first = people.OfType<PoseDocument>().First();
        float[] Frame(ReadOnlySpan<float> numbers, int frame) =>
            numbers.Slice(frame * (numbers.Length / first.Frames), numbers.Length / first.Frames).ToArray();
        IEnumerable<int> frames = Enumerable.Range(0, first.Frames);
        return Apply(
            first with { People = people.Length },
            frames.SelectMany(frame => people.SelectMany(person =>
                person is null ? new float[first.Data.Length / first.Frames] : Frame(person.Data, frame))),
            frames.SelectMany(frame => people.SelectMany(person =>
                person is null ? new float[first.Confidence.Length / first.Frames] : Frame(person.Confidence, frame))));
    }

    /// <summary>Changes the coordinates of detected points; x is dimension 0.</summary>
    public static PoseDocument Move(PoseDocument document, Func<float, int, float> move)
    {
        int dimensions = document.Header.Dimensions;
        float[] confidence = document.Confidence.ToArray();
        return Apply(
            document,
            document.Data.ToArray().Select((number, i) => confidence[i / dimensions] > 0 ? move(number, i % dimensions) : number),
            confidence);
    }

    /// <summary>Replaces every frame with the given one, shifted by <paramref name="pixels"/>.</summary>
    public static PoseDocument Freeze(PoseDocument document, int frame, float pixels = 0)
    {
        PoseDocument still = Apply(
            document,
            Enumerable.Range(0, document.Frames).SelectMany(_ => document.Data
                .Slice(frame * (document.Data.Length / document.Frames), document.Data.Length / document.Frames)
                .ToArray()),
            Enumerable.Range(0, document.Frames).SelectMany(_ => document.Confidence
                .Slice(frame * (document.Confidence.Length / document.Frames), document.Confidence.Length / document.Frames)
                .ToArray()));
        return Move(still, (number, _) => number + pixels);
    }

    private static PoseDocument Apply(PoseDocument document, IEnumerable<float> data, IEnumerable<float> confidence) =>
        document with { Body = MemoryMarshal.AsBytes<float>([.. data, .. confidence]).ToArray() };
}

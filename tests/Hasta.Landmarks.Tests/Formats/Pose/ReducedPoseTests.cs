using System.Numerics;
using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

/// <summary>Files without some of the points in Hasta's own files.</summary>
public sealed class ReducedPoseTests
{
    private static readonly int[] Head =
        [
            LandmarkLayout.Nose,
            LandmarkLayout.LeftEye,
            LandmarkLayout.RightEye,
            LandmarkLayout.LeftEar,
            LandmarkLayout.RightEar,
            LandmarkLayout.MouthLeft,
            LandmarkLayout.MouthRight,
        ];

    /// <summary>In centimetres, x to the person's left, y down, z away from the head: MediaPipe's canonical face, rounded.</summary>
    private static readonly Dictionary<int, Vector3> Face = new (int Point, Vector3 Place)[]
    {
        (0, new(0, 3.4f, 6)),
        (17, new(0, 5.4f, 5.5f)),
        (4, new(0, 0.5f, 7.6f)),
        (263, new(4.4f, -2.7f, 3.2f)),
        (362, new(1.9f, -2.6f, 3.8f)),
        (291, new(2.5f, 4.3f, 4.3f)),
        (454, new(7.7f, -0.7f, -2.4f)),
        (33, new(-4.4f, -2.7f, 3.2f)),
        (133, new(-1.9f, -2.6f, 3.8f)),
        (61, new(-2.5f, 4.3f, 4.3f)),
        (234, new(-7.7f, -0.7f, -2.4f)),
    }.ToDictionary(point => point.Point, point => point.Place);

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(-0.6)]
    public void The_head_of_the_formats_own_reduction_is_derived_from_the_face(double turned)
    {
        LandmarkSequence whole = WithFace(turned);

        LandmarkSequence read = PoseFile.ToSequence("reduced", PoseCut.Reduce(MadeClip.ToDocument(whole)));

        Assert.All(read.Frames.Zip(whole.Frames), pair =>
        {
            // The shoulders are 120 pixels apart.
            Assert.All(Head, point => Assert.InRange(Vector2.Distance(At(pair.First[point]), At(pair.Second[point])), 0, 1.5f));
            Assert.Equal(pair.Second[LandmarkLayout.LeftWrist], pair.First[LandmarkLayout.LeftWrist]);
            Assert.True(pair.First[LandmarkLayout.LeftEyeInner].IsMissing);
        });
    }

    [Theory]
    [InlineData(478)]
    [InlineData(468)]
    [InlineData(128)]
    public void Face_points_are_matched_by_name_in_any_order(int count)
    {
        PoseDocument whole = MadeClip.ToDocument(WithFace(0));
        PoseDocument few = count == 128
            ? PoseCut.Reduce(whole)
            : PoseCut.Keep(whole, (component, point) => component != "POSE_LANDMARKS" || PoseCut.EightPoints.Contains(point));
        PoseDocument renamed = count == 478 ? WithIrises(few) : few;

        Landmark nose = PoseFile.ToSequence("face", renamed).Frames[0][LandmarkLayout.Nose];

        Assert.InRange(Vector2.Distance(At(nose), At(PoseFile.ToSequence("whole", whole).Frames[0][LandmarkLayout.Nose])), 0, 1.5f);
    }

    [Fact]
    public void A_file_with_all_points_is_unchanged()
    {
        LandmarkSequence whole = WithFace(0);
        LandmarkFrame[] frames = [.. whole.Frames.Select((frame, i) => i == 3 ? WithoutBody(frame) : frame)];

        LandmarkSequence read = PoseFile.ToSequence("whole", MadeClip.ToDocument(whole with { Frames = frames }));

        Assert.All(read.Frames.Zip(frames), pair => Assert.Equal(pair.Second.All, pair.First.All));
    }

    [Theory]
    [InlineData("LEFT_SHOULDER")]
    [InlineData("RIGHT_SHOULDER")]
    public void The_error_for_a_file_without_shoulders_names_the_missing_points(string shoulder)
    {
        PoseDocument without = PoseCut.Keep(MadeClip.ToDocument(WithFace(0)), (_, point) => point != shoulder);

        var error = Assert.Throws<BadFileException>(() => PoseFile.ToSequence("without", without));

        Assert.Contains(shoulder, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("camera", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_for_hands_that_both_lack_points_names_the_points()
    {
        PoseDocument without = PoseCut.Keep(
            MadeClip.ToDocument(WithFace(0)),
            (component, point) => !component.Contains("HAND", StringComparison.Ordinal)
                || point.EndsWith("_TIP", StringComparison.Ordinal));

        var error = Assert.Throws<BadFileException>(() => PoseFile.ToSequence("tips", without));

        Assert.Contains("WRIST", error.Message, StringComparison.Ordinal);
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);

    private static LandmarkFrame WithoutBody(LandmarkFrame frame) =>
        new(frame.Time, [.. frame.All.ToArray().Select((point, i) => i < LandmarkLayout.PoseCount ? Landmark.Missing : point)]);

    /// <summary>Puts the ten iris points first in the face component, as other tools may do.</summary>
    private static PoseDocument WithIrises(PoseDocument document)
    {
        PoseHeader header = document.Header;
        string[] irises = [.. Enumerable.Range(LandmarkLayout.FaceCount, 10).Select(i => $"{i}")];
        int start = header.Components.TakeWhile(component => component.Name != "FACE_LANDMARKS").Sum(component => component.Points.Count);
        float[] Insert(ReadOnlySpan<float> numbers, int each) =>
            [
                .. numbers.ToArray().Chunk(header.PointCount * each).SelectMany(frame =>
                    (float[])[.. frame[..(start * each)], .. new float[irises.Length * each], .. frame[(start * each)..]]),
            ];
        return document with
        {
            Header = header with
            {
                Components =
                [
                    .. header.Components.Select(component => component.Name == "FACE_LANDMARKS"
                        ? component with { Points = [.. irises, .. component.Points] }
                        : component),
                ],
            },
            Body = MemoryMarshal.AsBytes<float>([.. Insert(document.Data, header.Dimensions), .. Insert(document.Confidence, 1)]).ToArray(),
        };
    }

    /// <summary>A puppet whose head is the canonical face, rotated about the vertical axis by <paramref name="turned"/> radians.</summary>
    private static LandmarkSequence WithFace(double turned)
    {
        LandmarkSequence sequence = new Puppet().Sign();
        return sequence with { Frames = [.. sequence.Frames.Select((frame, i) => WithFace(frame, (float)turned, i))] };
    }

    private static LandmarkFrame WithFace(LandmarkFrame frame, float turned, int time)
    {
        Landmark[] points = [.. frame.All, .. Landmark.AllMissing(LandmarkLayout.FaceCount)];
        var turn = Matrix4x4.CreateRotationY(turned);
        Landmark Place(Vector3 place)
        {
            Vector3 seen = (3.5f * Vector3.Transform(place, turn)) + new Vector3(300 + time, 120, 0);
            return new Landmark(seen.X, seen.Y, 0, 1);
        }

        for (int i = 0; i < LandmarkLayout.FaceCount; i++)
        {
            points[LandmarkLayout.CountWithoutFace + i] = Place(Face.GetValueOrDefault(i, new Vector3(100 + i, 50, 0)));
        }

        Vector3[] head = [Face[4], (Face[263] + Face[362]) / 2, (Face[33] + Face[133]) / 2, Face[454], Face[234], Face[291], Face[61]];
        foreach ((int point, Vector3 place) in Head.Zip(head))
        {
            points[point] = Place(place);
        }

        return new LandmarkFrame(frame.Time, points);
    }
}

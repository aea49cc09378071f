using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class PoseFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_written_sequence_is_read_back(bool withFace)
    {
        using var folder = new TempFolder();
        LandmarkSequence sequence = MadeClip.Sequence(frames: 5, withFace: withFace);

        PoseFile.Write(folder.At("clip.pose"), sequence);
        LandmarkSequence read = PoseFile.Read(folder.At("clip.pose"));

        Assert.Equal(File.ReadAllBytes(folder.At("clip.pose")), PoseFile.ToBytes(sequence));
        Assert.Equal((sequence.Fps, sequence.Width, sequence.Height), (read.Fps, read.Width, read.Height));
        Assert.Equal(sequence.Frames.Count, read.Frames.Count);
        Assert.All(read.Frames.Zip(sequence.Frames), pair => Assert.Equal(pair.Second.All, pair.First.All));
        Assert.All(read.Frames.Zip(sequence.Frames), pair => Assert.Equal(pair.Second.Time, pair.First.Time));
    }

    [Fact]
    public void A_missing_point_is_zero_in_the_file_and_NaN_in_the_frame()
    {
        LandmarkSequence sequence = MadeClip.Sequence(frames: 3);
        PoseDocument document = MadeClip.ToDocument(sequence);
        int leftHand = LandmarkLayout.LeftHandStart;
        Assert.True(sequence.Frames[1][leftHand].IsMissing);

        int inFile = document.Header.PointCount + leftHand;

        Assert.Equal(0, document.Confidence[inFile]);
        Assert.Equal([0, 0, 0], document.Data.Slice(3 * inFile, 3).ToArray());
        Assert.All(
            PoseFile.ToSequence("made", document).Frames[1].LeftHand.ToArray(),
            point => Assert.True(float.IsNaN(point.X) && point.Confidence == 0));
    }

    [Fact]
    public void Components_have_the_order_of_other_tools_holistic_files()
    {
        PoseHeader reference = PoseReader.Read(SharedData.Path("pose-files", "hand-estimation-1-v0.2.pose")).Header;

        PoseHeader ours = MadeClip.ToDocument(MadeClip.Sequence(frames: 2, withFace: true)).Header;

        Assert.Equal(reference.Components.Take(4).Select(component => component.Name), ours.Components.Select(component => component.Name));
        Assert.All(ours.Components.Zip(reference.Components), pair =>
        {
            Assert.Equal(pair.Second.Format, pair.First.Format);
            Assert.Equal(pair.Second.Points.Take(pair.First.Points.Count), pair.First.Points);
        });
        Assert.Equal(reference.Components[0].Limbs.Order(), ours.Components[0].Limbs.Order());
        Assert.Equal(124, ours.Components[1].Limbs.Count);
        Assert.Subset(Undirected(reference.Components[1]), Undirected(ours.Components[1]));

        static HashSet<(int, int)> Undirected(PoseComponent component) =>
            [.. component.Limbs.Select(limb => (Math.Min(limb.From, limb.To), Math.Max(limb.From, limb.To)))];
    }

    [Fact]
    public void A_file_with_fewer_points_is_matched_by_name()
    {
        string path = SharedData.Path("pose-files", "mediapipe-v0.1.pose");
        PoseDocument document = PoseReader.Read(path);
        int elbow = document.Header.Components[0].Points.ToList().IndexOf("RIGHT_ELBOW");

        LandmarkSequence sequence = PoseFile.Read(path);

        Assert.True(sequence.Frames[0][LandmarkLayout.LeftEyeInner].IsMissing);
        Assert.Equal(document.Data[3 * elbow], sequence.Frames[0][LandmarkLayout.RightElbow].X);
        Assert.Equal(document.Confidence[elbow], sequence.Frames[0][LandmarkLayout.RightElbow].Confidence);
        Assert.True(MadeClip.Tally(sequence).DetectionRate > 0.9, "a body of eight points is a body");
    }

    [Theory]
    [InlineData("openpose-v0.0.pose", "pose_keypoints_2d, face_keypoints_2d, hand_left_keypoints_2d, hand_right_keypoints_2d")]
    [InlineData("mediapipe-hand-normalized-v0.1.pose", "RIGHT_HAND_LANDMARKS")]
    public void The_error_for_a_file_without_a_MediaPipe_body_lists_its_components(string file, string components)
    {
        var error = Assert.Throws<BadFileException>(() => PoseFile.Read(SharedData.Path("pose-files", file)));

        Assert.Contains(components, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_person_is_read()
    {
        PoseDocument one = MadeClip.ToDocument(MadeClip.Sequence(frames: 2));
        PoseDocument two = one with
        {
            People = 2,
            Body = (byte[])[.. WithEmptyPerson(one.Data, one), .. WithEmptyPerson(one.Confidence, one)],
        };

        LandmarkSequence read = PoseFile.ToSequence("two people", PoseReader.Parse("two people", PoseBytes.Encode(two)));

        Assert.All(read.Frames.Zip(PoseFile.ToSequence("one", one).Frames), pair => Assert.Equal(pair.Second.All, pair.First.All));
    }

    /// <summary>Each frame's values, followed by the same number of zeros.</summary>
    private static byte[] WithEmptyPerson(ReadOnlySpan<float> numbers, PoseDocument document)
    {
        float[][] frames = [.. numbers.ToArray().Chunk(numbers.Length / document.Frames)];
        return MemoryMarshal.AsBytes<float>(frames.SelectMany(frame => frame.Concat(new float[frame.Length])).ToArray()).ToArray();
    }
}

using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class PoseDocumentTests
{
    [Theory]
    [InlineData("hand-estimation-1-v0.2.pose", 0.2f, 586, 5)]
    [InlineData("hand-estimation-2-v0.2.pose", 0.2f, 586, 18)]
    [InlineData("mediapipe-hand-normalized-v0.1.pose", 0.1f, 21, 170)]
    [InlineData("mediapipe-v0.1.pose", 0.1f, 178, 170)]
    [InlineData("openpose-v0.0.pose", 0f, 137, 93)]
    public void Every_version_is_read(string file, float version, int points, int frames)
    {
        PoseDocument document = PoseReader.Read(SharedData.Path("pose-files", file));

        Assert.Equal(version, document.Header.Version);
        Assert.Equal((points, frames, 1), (document.Header.PointCount, document.Frames, document.People));
        Assert.Equal(frames * points * document.Header.Dimensions, document.Data.Length);
        Assert.Equal(frames * points, document.Confidence.Length);
        Assert.Contains(document.Confidence.ToArray(), confidence => confidence > 0.5f);
    }

    [Theory]
    [InlineData("hand-estimation-1-v0.2.pose")]
    [InlineData("hand-estimation-2-v0.2.pose")]
    public void A_v02_file_is_written_back_byte_for_byte(string file)
    {
        byte[] original = File.ReadAllBytes(SharedData.Path("pose-files", file));

        Assert.Equal(original, PoseBytes.Encode(PoseReader.Parse(file, original)));
    }

    [Theory]
    [InlineData("mediapipe-v0.1.pose")]
    [InlineData("openpose-v0.0.pose")]
    public void An_older_file_keeps_its_values_in_v02(string file)
    {
        PoseDocument old = PoseReader.Read(SharedData.Path("pose-files", file));

        PoseDocument now = PoseReader.Parse("again", PoseBytes.Encode(old with { Header = old.Header with { Version = 0.2f } }));

        Assert.Equal(0.2f, now.Header.Version);
        Assert.Equal((old.Fps, old.Frames), (now.Fps, now.Frames));
        Assert.Equal(old.Body.ToArray(), now.Body.ToArray());
    }

    [Fact]
    public void All_people_of_a_v00_file_are_kept_and_missing_in_frames_without_them()
    {
        byte[] file = PoseBytes.Version0(points: 1, [[1f, 2f, 0.9f]], [], [[5f, 6f, 0.7f], [7f, 8f, 0.6f]], [[3f, 4f, 1f], [9f, 9f, 1f]]);

        PoseDocument document = PoseReader.Parse("made here", file);

        Assert.Equal((4, 2), (document.Frames, document.People));
        Assert.Equal([1, 2, 0, 0, 0, 0, 0, 0, 5, 6, 7, 8, 3, 4, 9, 9], document.Data.ToArray());
        Assert.Equal([0.9f, 0, 0, 0, 0.7f, 0.6f, 1, 1], document.Confidence.ToArray());
    }
}

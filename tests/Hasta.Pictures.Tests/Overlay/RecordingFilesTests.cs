using Hasta.Landmarks;
using Hasta.Pictures.Overlay;
using Hasta.TestKit;

namespace Hasta.Pictures.Tests.Overlay;

public sealed class RecordingFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Landmarks_and_either_kind_of_overlay_are_accepted()
    {
        string clip = folder.Write("clip.mp4");

        new RecordingFiles { Pose = folder.At("a.pose"), Overlay = folder.At("a.mp4") }.Check(clip);
        new RecordingFiles { Overlay = folder.At("a.PNG") }.Check(clip);
    }

    [Fact]
    public void The_error_for_a_wrong_extension_names_the_right_ones()
    {
        Assert.Contains("ends in .pose", Refusal(new RecordingFiles { Pose = folder.At("a.csv") }), StringComparison.Ordinal);
        Assert.Contains("ends in .mp4 or .png", Refusal(new RecordingFiles { Overlay = folder.At("a.gif") }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(folder.At("a.pose"));

        Assert.Contains("this is a folder", Refusal(new RecordingFiles { Pose = folder.At("a.pose") }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clip_is_never_overwritten_even_through_a_link()
    {
        string clip = folder.Write("clip.mp4");
        File.CreateSymbolicLink(folder.At("link.mp4"), clip);

        Assert.Contains("this is the clip itself", Refusal(new RecordingFiles { Overlay = clip }), StringComparison.Ordinal);
        Assert.Contains(
            "this is the clip itself",
            Refusal(new RecordingFiles { Overlay = folder.At("link.mp4") }),
            StringComparison.Ordinal);
        Assert.Contains(
            "this is the clip itself",
            Refusal(new RecordingFiles { Overlay = folder.At(".", "clip.mp4") }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Having_nothing_to_write_is_an_error() => Assert.Throws<ArgumentException>(() => new RecordingFiles().Check("clip.mp4"));

    public void Dispose() => folder.Dispose();

    private string Refusal(RecordingFiles files) => Assert.Throws<BadFileException>(() => files.Check(folder.At("clip.mp4"))).Message;
}

using Hasta.Datasets.Clips;

namespace Hasta.Datasets.Tests.Clips;

public sealed class ClipIdTests
{
    [Theory]
    [InlineData("Hello/1", "Hello/1")]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/absolute//path/", "absolute/path")]
    [InlineData(@"C:\videos\1", "C_/videos/1")]
    [InlineData("What?/a:b*|\"<>\t", "What_/a_b______")]
    [InlineData("Hello./ end. ", "Hello/end")]
    [InlineData("con/NUL.take/com1x", "_con/_NUL.take/com1x")]
    [InlineData("...", "_")]
    [InlineData("..", "_")]
    [InlineData("नमस्ते/1", "नमस्ते/1")]
    public void A_safe_id_is_a_valid_file_name_on_every_system_and_stays_in_its_folder(string path, string id)
    {
        Assert.Equal(id, ClipId.MakeSafe(path));
        Assert.Equal(id, ClipId.MakeSafe(id));
    }

    [Theory]
    [InlineData(new[] { "a.mp4", "b.mp4" }, new[] { "a", "b" })]
    [InlineData(new[] { "a.mp4", "a.mov", "b.mp4" }, new[] { "a.mp4", "a.mov", "b" })]
    [InlineData(new[] { "A.mp4", "a.mp4" }, new[] { "A.mp4", "a.mp4~2" })]
    [InlineData(new[] { "a.mov", "a.mp4", "a.mp4.mp4" }, new[] { "a.mov", "a.mp4", "a.mp4~2" })]
    [InlineData(new[] { "a?.mp4", "a*.mp4" }, new[] { "a_.mp4", "a_.mp4~2" })]
    [InlineData(new[] { "take 1.5", "Hello..mp4" }, new[] { "take 1.5", "Hello" })]
    public void Ids_are_unique_ignoring_case(string[] paths, string[] ids) =>
        Assert.Equal(ids, ClipId.MakeUnique(paths.Select(path => new Clip("/" + path, path, "Hello"))).Select(clip => clip.Id));
}

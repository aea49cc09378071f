using System.IO.Compression;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.References;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.References;

public sealed class ReferenceFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string File => folder.At(ReferenceFile.Name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void References_are_read_as_pose_files_of_the_glosses_asked_for()
    {
        LandmarkSequence sign = new Puppet().Sign();
        ReferenceFile.Write(File, [new("Hello", sign), new("../Book", sign)]);

        IReadOnlyDictionary<string, byte[]> references = ReferenceFile.Read(folder.Path, ["Hello", "Water"]);

        (string gloss, byte[] pose) = Assert.Single(references);
        Assert.Equal("Hello", gloss);
        string path = folder.At("hello.pose");
        System.IO.File.WriteAllBytes(path, pose);
        Assert.Equal(30, PoseFile.Read(path).Frames.Count);
    }

    [Fact]
    public void The_same_references_are_the_same_bytes()
    {
        ReferenceFile.Write(File, [new("Hello", new Puppet().Sign())]);
        byte[] first = System.IO.File.ReadAllBytes(File);

        ReferenceFile.Write(File, [new("Hello", new Puppet().Sign())]);

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_model_without_references_has_none() => Assert.Empty(ReferenceFile.Read(folder.Path, ["Hello"]));

    [Fact]
    public void A_corrupt_file_is_an_error_with_its_remedy()
    {
        System.IO.File.WriteAllBytes(File, [1, 2, 3]);

        BadFileException error = Assert.Throws<BadFileException>(() => ReferenceFile.Read(folder.Path, ["Hello"]));

        Assert.Contains("hasta references", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_unpacks_to_more_than_a_clip_is_refused()
    {
        using (ZipArchive zip = ZipFile.Open(File, ZipArchiveMode.Create))
        using (Stream entry = zip.CreateEntry("Hello.pose").Open())
        {
            entry.Write(new byte[2 << 20]);
        }

        Assert.Throws<BadFileException>(() => ReferenceFile.Read(folder.Path, ["Hello"]));
    }
}

using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.IO;

/// <summary>Writing to a full disk is an error and leaves no partial file.</summary>
public sealed class FullDiskWriterTests : IDisposable
{
    private readonly SmallDisk disk = new();
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        disk.Dispose();
    }

    [Fact]
    public void Buffered_bytes_leave_no_partial_file()
    {
        disk.Fill();

        Assert.Throws<IOException>(() => AtomicFile.Write(disk.At("small.txt"), stream => stream.Write(new byte[100])));

        AssertNothingPartial();
    }

    [Fact]
    public void Cancellation_leaves_no_partial_file_even_on_a_full_disk()
    {
        disk.Fill();

        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(disk.At("small.txt"), stream =>
        {
            stream.Write(new byte[100]);
            throw new OperationCanceledException();
        }));

        AssertNothingPartial();
    }

    [Fact]
    public void Convert_leaves_no_partial_files()
    {
        string pose = folder.At("in.pose");
        PoseFile.Write(pose, MadeClip.Sequence(5, seed: 1));
        disk.Fill();

        Assert.Throws<IOException>(() =>
            PoseConversion.Convert(pose, disk.At("out.csv"), new PoseConversionOptions(), TestContext.Current.CancellationToken));

        AssertNothingPartial();
    }

    private void AssertNothingPartial() =>
        Assert.Empty(Directory.GetFiles(disk.Path, "*" + AtomicFile.TemporaryExtension, SearchOption.AllDirectories));
}

using Hasta.Datasets.Preparation;
using Hasta.TestKit;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>Prepare removes leftovers of a killed prepare and nothing else.</summary>
public sealed class DataFolderTests : IDisposable
{
    /// <summary>No process has this ID: the maximum on Linux is 4,194,304.</summary>
    private const string Mark = ".999999999-0123456789abcdef0123456789abcdef.partial";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("data/poses/Hello/1.pose" + Mark)]
    [InlineData("data/frames/Hello/1.frames" + Mark)]
    [InlineData("data/manifest.jsonl" + Mark)]
    public void Leftovers_of_a_killed_prepare_are_removed(string name)
    {
        string left = folder.Write(name);

        Open();

        Assert.False(File.Exists(left));
    }

    [Theory]
    [InlineData("data/thesis.partial")]
    [InlineData("data/poses/Hello/1.pose.partial")]
    [InlineData("data/poses/Hello/1.pose.77-1.partial")]
    [InlineData("data/my films/holiday.mp4" + Mark)]
    public void Other_partial_files_are_kept(string name)
    {
        string kept = folder.Write(name);

        Open();

        Assert.True(File.Exists(kept));
    }

    [Fact]
    public void Nothing_is_removed_through_a_link()
    {
        string outside = folder.Write("elsewhere/1.pose" + Mark);
        Directory.CreateDirectory(folder.At("data", "poses"));
        Directory.CreateSymbolicLink(folder.At("data", "poses", "Hello"), folder.At("elsewhere"));
        Directory.CreateSymbolicLink(folder.At("data", "frames"), folder.At("elsewhere"));

        Open();

        Assert.True(File.Exists(outside));
    }

    [Fact]
    public void Files_of_a_running_process_are_kept()
    {
        string kept = folder.Write($"data/poses/1.pose.{Environment.ProcessId}-0123456789abcdef0123456789abcdef.partial");

        Open();

        Assert.True(File.Exists(kept));
    }

    private void Open() => DataFolder.Open(folder.At("data")).Dispose();
}

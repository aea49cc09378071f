using Hasta.Landmarks;
using Hasta.TestKit;

namespace Hasta.Cli.Tests;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("data")]
    [InlineData("clips")]
    [InlineData("run")]
    public void A_folder_that_no_demo_created_is_kept(string name)
    {
        string file = folder.Write($"{name}/mine.txt");

        Assert.Contains(name, Assert.Throws<BadFileException>(() => new DemoFolder(folder.Path)).Message, StringComparison.Ordinal);

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void An_earlier_demo_is_replaced()
    {
        new DemoFolder(folder.Path).Dispose();
        string file = folder.Write("data/poses/a.pose");

        new DemoFolder(folder.Path).Dispose();

        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_running_demo_is_not_replaced()
    {
        using var first = new DemoFolder(folder.Path);
        string file = folder.Write("data/poses/a.pose");

        Assert.Contains(
            "another demo",
            Assert.Throws<BadFileException>(() => new DemoFolder(folder.Path)).Message,
            StringComparison.Ordinal);

        Assert.True(File.Exists(file));
    }
}

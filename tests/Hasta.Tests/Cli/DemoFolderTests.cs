using Hasta.Cli;

namespace Hasta.Tests.Cli;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("data")]
    [InlineData("clips")]
    [InlineData("run")]
    public void A_folder_that_no_demo_made_stays(string name)
    {
        string own = folder.Write($"{name}/mine.txt");

        Assert.Contains(name, Assert.Throws<BadFileException>(() => new DemoFolder(folder.Path).Clear()).Message, StringComparison.Ordinal);

        Assert.True(File.Exists(own));
    }

    [Fact]
    public void An_earlier_demo_is_replaced()
    {
        var demo = new DemoFolder(folder.Path);
        demo.Clear();
        string made = folder.Write("data/poses/a.pose");

        demo.Clear();

        Assert.False(File.Exists(made));
    }
}

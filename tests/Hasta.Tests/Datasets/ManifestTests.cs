using Hasta.Datasets;

namespace Hasta.Tests.Datasets;

public sealed class ManifestTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back_one_entry_a_line()
    {
        ManifestEntry[] entries = [MadeManifest.Entry(1, "नमस्ते", "Asha", "s1"), MadeManifest.Entry(2, "Bye") with { Split = Split.Test }];

        Manifest.Write(folder.Path, entries);

        Assert.Equal(2, File.ReadAllLines(folder.At(Manifest.FileName)).Length);
        Assert.Equal(entries, Manifest.Read(folder.Path));
    }

    [Fact]
    public void A_missing_manifest_says_how_to_make_one() =>
        Assert.Contains("hasta prepare", Assert.Throws<BadFileException>(() => Manifest.Read(folder.Path)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"../2\"", ":2:")]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"1\"", "twice")]
    [InlineData("\"frames\":30,\"fps\":25,\"detectionRate\":1,\"engine\":\"made\",\"poseSha256\":\"h2\"}", "", ":2:")]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"2\",\"colour\":1", "colour")]
    public void A_line_that_is_wrong_is_named(string old, string now, string place)
    {
        Manifest.Write(folder.Path, [MadeManifest.Entry(1, "Hello"), MadeManifest.Entry(2, "Hello")]);
        string text = File.ReadAllText(folder.At(Manifest.FileName));
        Assert.Contains(old, text, StringComparison.Ordinal);
        folder.Write(Manifest.FileName, text.Replace(old, now, StringComparison.Ordinal));

        Assert.Contains(place, Assert.Throws<BadFileException>(() => Manifest.Read(folder.Path)).Message, StringComparison.Ordinal);
    }
}

using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests;

public sealed class ManifestTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Entries_are_written_one_per_line_and_read_back()
    {
        ManifestEntry[] entries =
        [
            MadeManifest.Entry(1, "नमस्ते", "Asha", "s1"),
            MadeManifest.Entry(2, "Bye") with { Split = Split.Test },
        ];

        Manifest.Write(folder.Path, entries);

        Assert.Equal(2, File.ReadAllLines(folder.At(Manifest.FileName)).Length);
        Assert.Equal(entries, Manifest.Read(folder.Path));
    }

    [Fact]
    public void A_missing_manifest_is_an_error_with_the_remedy() =>
        Assert.Contains(
            "hasta prepare",
            Assert.Throws<BadFileException>(() => Manifest.Read(folder.Path)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"../2\"", ":2:")]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"1\"", "twice")]
    [InlineData("\"frames\":30,\"fps\":25,\"detectionRate\":1,\"engine\":{\"name\":\"made\"},\"poseSha256\":\"h2\"}", "", ":2:")]
    [InlineData("\"clip\":\"2\"", "\"clip\":\"2\",\"colour\":1", "colour")]
    public void An_invalid_line_is_named(string old, string replacement, string expected)
    {
        Manifest.Write(folder.Path, [MadeManifest.Entry(1, "Hello"), MadeManifest.Entry(2, "Hello")]);
        string text = File.ReadAllText(folder.At(Manifest.FileName));
        Assert.Contains(old, text, StringComparison.Ordinal);
        folder.Write(Manifest.FileName, text.Replace(old, replacement, StringComparison.Ordinal));

        Assert.Contains(expected, Assert.Throws<BadFileException>(() => Manifest.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_an_older_manifest_are_composed_and_its_decomposed_files_are_found()
    {
        const string Decomposed = "Jose\u0301";
        ManifestEntry entry = MadeManifest.Entry(1, "x");
        string line = System.Text.Json.JsonSerializer.Serialize(entry with { Signer = "signer" }, StrictJson.Line);
        folder.Write(
            Manifest.FileName,
            line.Replace("\"x\"", $"\"{Decomposed}\"", StringComparison.Ordinal)
                .Replace("\"signer\":\"signer\"", $"\"signer\":\"{Decomposed}\"", StringComparison.Ordinal)
                .Replace("\"clip\":\"1\"", $"\"clip\":\"{Decomposed}/1\"", StringComparison.Ordinal) + "\n");
        folder.Write($"poses/{Decomposed}/1.pose", "landmarks");

        ManifestEntry read = Assert.Single(Manifest.Read(folder.Path));

        Assert.Equal(("Jos\u00E9/1", "Jos\u00E9", "Jos\u00E9"), (read.Clip, read.Gloss, read.Signer));
        Assert.Equal("landmarks", File.ReadAllText(Manifest.PosePath(folder.Path, read.Clip)));
    }

    [Fact]
    public void Clips_of_an_older_manifest_that_differ_only_in_Unicode_form_stay_separate()
    {
        string line = System.Text.Json.JsonSerializer.Serialize(MadeManifest.Entry(1, "Hello"), StrictJson.Line) + "\n";
        string[] clips = ["Jose\u0301", "Jos\u00E9"];
        folder.Write(
            Manifest.FileName,
            string.Concat(clips.Select(clip => line.Replace("\"clip\":\"1\"", $"\"clip\":\"{clip}\"", StringComparison.Ordinal))));
        Array.ForEach(clips, clip => folder.Write($"poses/{clip}.pose", clip));

        Assert.Equal(clips, Manifest.Read(folder.Path).Select(entry => File.ReadAllText(Manifest.PosePath(folder.Path, entry.Clip))));
    }
}

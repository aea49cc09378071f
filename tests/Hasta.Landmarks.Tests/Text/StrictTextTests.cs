using System.Text;
using Hasta.Landmarks.Text;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Text;

public sealed class StrictTextTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_of_any_length_with_a_byte_order_mark_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        string text = string.Concat(Enumerable.Repeat("नमस्ते é\n", 5000));
        string path = folder.At("text");
        File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal(text, StrictText.Read(path));
        Assert.Equal(5000, StrictText.ReadLines(path).Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9000)]
    public void An_unsupported_encoding_is_an_error_that_names_the_line(int linesBefore)
    {
        string path = folder.At("text");
        File.WriteAllBytes(
            path,
            [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é\n", linesBefore))), .. "caf"u8, 0xE9, .. "\n"u8]);

        var error = Assert.Throws<BadFileException>(() => StrictText.Read(path));

        Assert.Contains($"line {linesBefore + 1} is not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incomplete_character_at_the_end_is_an_error_except_in_a_journal()
    {
        string path = folder.At("text");
        File.WriteAllBytes(path, [.. "one\ntwo\n"u8, 0xC3]);

        Assert.Throws<BadFileException>(() => StrictText.Read(path));
        Assert.Equal(["one", "two"], StrictText.ReadWholeLines(path));
    }

    [Fact]
    public void UTF16_without_a_byte_order_mark_is_an_error()
    {
        string path = folder.At("text");
        File.WriteAllBytes(path, Encoding.Unicode.GetBytes("file,gloss\n"));

        Assert.Contains(
            "line 1 contains a NUL",
            Assert.Throws<BadFileException>(() => StrictText.Read(path)).Message,
            StringComparison.Ordinal);
    }
}

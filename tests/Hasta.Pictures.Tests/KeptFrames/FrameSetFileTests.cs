using System.Buffers.Binary;
using System.Text;
using Hasta.Landmarks;
using Hasta.Pictures.KeptFrames;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;
using SkiaSharp;

namespace Hasta.Pictures.Tests.KeptFrames;

public sealed class FrameSetFileTests : IDisposable
{
    private static readonly byte[] Good = PaintedClip.Keep(new Puppet { Frames = 3 }.Sign());

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_on_disk_has_the_same_frames_as_its_bytes()
    {
        string path = Write(Good);
        FrameSetFile file = FrameSetFile.Open(path), bytes = FrameSetFile.Parse("made", Good);

        Assert.Equal([0, 1, 2], file.Header.Frames.Select(frame => frame.Frame));
        for (int i = 0; i < 3; i++)
        {
            using SKBitmap one = file.Decode(i);
            using SKBitmap other = bytes.Decode(i);
            Assert.Equal((320, 240), (one.Width, one.Height));
            Assert.Equal(other.Bytes, one.Bytes);
            Assert.Contains((byte)250, one.Bytes.Select(value => Math.Min(value, (byte)250)));
        }
    }

    [Fact]
    public void The_error_for_a_missing_file_says_how_to_create_it() =>
        Assert.Contains("--frames", Assert.Throws<BadFileException>(() => FrameSetFile.Open(folder.At("none.frames"))).Message);

    [Theory]
    [InlineData("""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":[]}""")]
    [InlineData("""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":[{"frame":0,"bytes":2147483647}]}""")]
    [InlineData("""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":[{"frame":0,"bytes":-4},{"frame":1,"bytes":8}]}""")]
    [InlineData("""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":[{"frame":1,"bytes":2},{"frame":1,"bytes":2}]}""")]
    [InlineData("""{"width":640,"height":480,"storedWidth":50000,"storedHeight":50000,"frames":[{"frame":0,"bytes":4}]}""")]
    [InlineData("""{"width":0,"height":480,"storedWidth":8,"storedHeight":8,"frames":[{"frame":0,"bytes":4}]}""")]
    [InlineData("""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":null}""")]
    [InlineData("""{"width":640,"height":480,"frames":[{"frame":0,"bytes":4}]}""")]
    [InlineData("""[]""")]
    public void An_invalid_header_is_refused(string header) =>
        Assert.Throws<BadFileException>(() => FrameSetFile.Parse("made", Bytes(header, [1, 2, 3, 4])));

    [Fact]
    public void A_frame_of_another_size_or_format_is_refused_before_it_is_decoded()
    {
        using var large = new SKBitmap(3000, 3000);
        foreach (SKEncodedImageFormat format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png })
        {
            using SKData data = large.Encode(format, 50);
            string json = $$"""{"width":640,"height":480,"storedWidth":8,"storedHeight":8,"frames":[{"frame":0,"bytes":{{data.Size}}}]}""";
            FrameSetFile file = FrameSetFile.Parse("made", Bytes(json, data.ToArray()));

            Assert.Contains("8x8", Assert.Throws<BadFileException>(() => file.Decode(0)).Message);
        }
    }

    [Fact]
    public void A_file_truncated_anywhere_is_refused()
    {
        for (int length = 0; length < Good.Length; length += 1 + (length / 7))
        {
            Assert.Throws<BadFileException>(() => FrameSetFile.Open(Write(Good[..length])));
        }
    }

    [Fact]
    public void A_file_that_shrinks_after_it_is_opened_is_an_error()
    {
        string path = Write(Good);
        FrameSetFile file = FrameSetFile.Open(path);
        Write(Good[..^400]);

        Assert.Throws<BadFileException>(() => file.Decode(2));
    }

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = [.. Good];
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(i % 2 == 0 ? 300 : bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                FrameSetFile.Parse("made", bytes).Decode(i % 3).Dispose();
            }
            catch (BadFileException)
            {
                // Refused with an error for users; any other exception fails the test.
            }
        }
    }

    private string Write(byte[] bytes)
    {
        string path = folder.At("made.frames");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Bytes(string header, byte[] pictures)
    {
        byte[] length = new byte[4];
        byte[] json = Encoding.UTF8.GetBytes(header);
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        return [.. "HSTFRM01"u8, .. length, .. json, .. pictures];
    }
}

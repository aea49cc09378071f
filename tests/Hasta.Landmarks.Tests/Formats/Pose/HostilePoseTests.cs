using System.Buffers.Binary;
using Hasta.Landmarks.Formats;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Landmarks.Tests.Formats.Pose;

public sealed class HostilePoseTests
{
    private const int MaxBytesPerByte = 4;
    private const int MadeFrames = 6;

    /// <summary>Bytes for names, errors and stack traces, regardless of the file size.</summary>
    private const int Slack = 256 << 10;

    [Fact]
    public void A_mutated_file_is_read_or_refused_within_four_times_its_size() => AssertBounded(50_000);

    /// <summary>Takes half a minute. Run on demand: ./test -explicit only -method "*A_million_mutated_files*".</summary>
    [Fact(Explicit = true)]
    public void A_million_mutated_files_are_read_or_refused_within_four_times_their_size() => AssertBounded(1_000_000);

    [Fact]
    public void A_file_truncated_anywhere_is_refused()
    {
        byte[] original = File.ReadAllBytes(SharedData.Path("pose-files", "hand-estimation-1-v0.2.pose"));
        for (int length = 0; length < original.Length; length += 97)
        {
            Assert.Throws<BadFileException>(() => PoseReader.Parse("cut", original.AsMemory(0, length)));
        }
    }

    [Fact]
    public void A_frame_count_beyond_the_file_size_is_refused_even_if_the_size_overflows() =>
        Assert.Throws<BadFileException>(() =>
            PoseReader.Parse("huge", PoseBytes.Version2(points: 60_000, uint.MaxValue, ushort.MaxValue, new byte[64])));

    [Fact]
    public void Frames_without_people_cost_no_memory()
    {
        PoseDocument document = PoseReader.Parse("nobody", PoseBytes.Version2(points: 1, int.MaxValue, people: 0, body: []));

        var error = Assert.Throws<BadFileException>(() => PoseFile.ToSequence("nobody", document));

        Assert.Contains("nobody", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_v00_frames_without_people_cost_no_memory()
    {
        byte[] file = PoseBytes.Version0(points: 50_000, [.. Enumerable.Repeat<float[][]>([], 60_000)]);

        Assert.Throws<BadFileException>(() => PoseReader.Parse("empty", file));
    }

    [Fact]
    public void Frames_of_a_single_point_are_refused_before_full_frames_are_allocated()
    {
        PoseDocument document = PoseReader.Parse("nose", PoseBytes.Version2(points: 1, frames: 1000, people: 1, new byte[1000 * 12]));

        Assert.Throws<BadFileException>(() => PoseFile.ToSequence("nose", document));
    }

    [Fact]
    public void A_rate_so_low_that_the_time_overflows_is_refused()
    {
        PoseDocument document = MadeClip.ToDocument(MadeClip.Sequence(frames: 2)) with { Fps = 1e-40f };

        Assert.Throws<BadFileException>(() => PoseFile.ToSequence("slow", document));
    }

    [Fact]
    public void Bytes_after_the_last_frame_are_refused()
    {
        byte[] file = [.. PoseBytes.Version0(points: 1, [[1f, 2f, 1f]]), 0];

        Assert.Throws<BadFileException>(() => PoseReader.Parse("longer", file));
    }

    [Fact]
    public void A_name_that_is_not_UTF8_is_refused_because_it_could_not_be_written_back()
    {
        byte[] file = PoseBytes.Version2(points: 1, frames: 0, people: 1, body: []);
        file[14] = 0xff;

        Assert.Throws<BadFileException>(() => PoseReader.Parse("bad name", file));
    }

    [Fact]
    public void A_mutated_file_is_converted_to_a_table_and_an_array_or_refused()
    {
        const int Mutations = 240;
        byte[][] originals = Originals();
        int rate = originals[^1].Length - MadeClip.ToDocument(MadeClip.Sequence(MadeFrames)).Body.Length - 10; // before frames and people
        var random = new Random(11);
        int refused = 0;
        using var folder = new TempFolder();
        for (int i = 0; i < Mutations; i++)
        {
            byte[] file = Mutate(originals[i % originals.Length], random);
            if (i % originals.Length == originals.Length - 1 && file.Length > rate + 4)
            {
                BinaryPrimitives.WriteInt32LittleEndian(
                    file.AsSpan(rate),
                    random.Next(2) == 0 ? random.Next(int.MinValue, int.MaxValue) : 0x7f800000 | random.Next(2));
            }

            File.WriteAllBytes(folder.At("mutated.pose"), file);
            refused += IsRefused(folder, i % 8 < 4 ? "mutated.csv" : "mutated.npy") ? 1 : 0;
        }

        Assert.InRange(refused, Mutations / 4, Mutations - 1);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(-1f)]
    public void An_invalid_rate_is_refused_until_the_right_one_is_given(float rate)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(
            folder.At("mutated.pose"),
            PoseBytes.Encode(MadeClip.ToDocument(MadeClip.Sequence(MadeFrames)) with { Fps = rate }));

        Assert.All(["a.csv", "a.npy", "a.pose"], name => Assert.True(IsRefused(folder, name)));
        Assert.Equal([folder.At("mutated.pose")], Directory.GetFiles(folder.Path));
        Assert.Equal(
            25,
            PoseConversion.Convert(
                folder.At("mutated.pose"),
                folder.At("a.csv"),
                new PoseConversionOptions { Fps = 25 },
                TestContext.Current.CancellationToken).Fps);
    }

    private static bool IsRefused(TempFolder folder, string output)
    {
        try
        {
            PoseConversion.Convert(
                folder.At("mutated.pose"),
                folder.At(output),
                new PoseConversionOptions(),
                TestContext.Current.CancellationToken);
            return false;
        }
        catch (BadFileException)
        {
            return true;
        }
    }

    private static byte[][] Originals() =>
    [
        File.ReadAllBytes(SharedData.Path("pose-files", "hand-estimation-1-v0.2.pose")),
        File.ReadAllBytes(SharedData.Path("pose-files", "mediapipe-hand-normalized-v0.1.pose"))[..(20 * 1024)],
        File.ReadAllBytes(SharedData.Path("pose-files", "openpose-v0.0.pose"))[..20_000],
        PoseBytes.Encode(MadeClip.ToDocument(MadeClip.Sequence(MadeFrames))),
    ];

    private static void AssertBounded(int mutations)
    {
        byte[][] originals = Originals();
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] file = Mutate(originals[i % originals.Length], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            refused += IsRefused(file) ? 1 : 0;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(
                allocated < (MaxBytesPerByte * file.Length) + Slack,
                $"mutation {i}: {allocated} bytes for a file of {file.Length}");
        }

        Assert.InRange(refused, mutations / 4, mutations);
    }

    private static bool IsRefused(byte[] file)
    {
        try
        {
            PoseFile.ToSequence("mutated", PoseReader.Parse("mutated", file));
            return false;
        }
        catch (BadFileException)
        {
            return true;
        }
    }

    /// <summary>
    /// Truncates, flips bits, zeroes bytes or sets a 16-bit or 32-bit count to an extreme, mostly in the header and the counts of the body.
    /// </summary>
    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] file = [.. original.AsSpan(0, random.Next(4) == 0 ? random.Next(original.Length) : original.Length)];
        for (int change = random.Next(1, 5); change > 0 && file.Length >= 4; change--)
        {
            int offset = random.Next(random.Next(2) == 0 ? Math.Min(file.Length, 2000) : file.Length) & ~1;
            Span<byte> rest = file.AsSpan(Math.Min(offset, file.Length - 4));
            switch (random.Next(4))
            {
                case 0: rest[0] ^= (byte)(1 << random.Next(8)); break;
                case 1: BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)(random.Next(2) == 0 ? ushort.MaxValue : 0)); break;
                case 2: BinaryPrimitives.WriteUInt32LittleEndian(rest, random.Next(2) == 0 ? uint.MaxValue : 0x7f800000); break;
                default: rest[..Math.Min(rest.Length, 64)].Clear(); break;
            }
        }

        return file;
    }
}

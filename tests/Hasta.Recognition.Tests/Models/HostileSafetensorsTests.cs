using System.Buffers.Binary;
using System.Text;
using Hasta.Landmarks;
using Hasta.Recognition.Models;

namespace Hasta.Recognition.Tests.Models;

/// <summary>Damaged or malicious files: each is read as numbers or rejected, at a cost bounded by its size.</summary>
public sealed class HostileSafetensorsTests
{
    /// <summary>For the header: JSON tokens, and eight bytes per shape value that is two bytes of text.</summary>
    private const int MaxBytesPerByte = 24;

    /// <summary>Bytes for errors and stack traces, whatever the file's size.</summary>
    private const int Slack = 256 << 10;

    private static readonly string[] Extremes =
    [
        "-1", "0", "1", "2", "4294967296", "2147483647", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e3",
        "0.5", "NaN", "null", "\"2\"", "[]", "[[2]]", "{}", "true",
    ];

    private static readonly string[] Words =
    [
        "\"F32\"", "\"F16\"", "\"BF16\"", "\"F64\"", "\"I64\"", "\"BOOL\"", "\"f32\"", "\"\"", "null", "32", "\"a\"", "\"b\"",
        "\"__metadata__\"", "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"\\u0000\"",
    ];

    private static readonly byte[] Original = File(
        """{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":"""
        + """{"dtype":"F32","shape":[1,3],"data_offsets":[8,20]},"c":{"dtype":"F32","shape":[0],"data_offsets":[20,20]}}""",
        20);

    [Fact]
    public void A_mutated_file_is_read_or_rejected_at_a_cost_bounded_by_its_size() => AssertBounded(40_000);

    /// <summary>Half a minute; run on demand: ./test -explicit only -method "*A_million_mutated_weights*".</summary>
    [Fact(Explicit = true)]
    public void A_million_mutated_weights_files_are_read_or_rejected() => AssertBounded(1_000_000);

    [Fact]
    public void A_file_truncated_anywhere_is_rejected()
    {
        for (int length = 0; length < Original.Length; length++)
        {
            Assert.True(IsRejected(Original[..length]), $"cut at {length}");
        }
    }

    [Theory]
    [InlineData("I64")]
    [InlineData("BOOL")]
    [InlineData("F8_E4M3")]
    [InlineData("I32")]
    [InlineData("f32")]
    public void Non_float_tensors_are_rejected_by_name(string dtype) =>
        Assert.Contains("weight", ErrorMessage(File($$$"""{"weight":{"dtype":"{{{dtype}}}","shape":[2],"data_offsets":[0,8]}}""", 8)));

    [Fact]
    public void A_duplicate_tensor_is_rejected_even_if_its_bytes_differ() =>
        Assert.Contains(
            "twice",
            ErrorMessage(File(
                """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
                8)));

    [Fact]
    public void Overlapping_tensors_are_rejected() =>
        Assert.Contains(
            "no tensor starts at byte",
            ErrorMessage(File(
                """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""",
                12)));

    [Fact]
    public void Many_tensors_with_the_same_bytes_are_rejected_before_they_fill_the_memory()
    {
        string tensors = string.Join(
            ',',
            Enumerable.Range(0, 2000).Select(i => $"\"t{i}\":" + """{"dtype":"F32","shape":[25000],"data_offsets":[0,100000]}"""));
        byte[] file = File("{" + tensors + "}", 100_000);

        Assert.InRange(Cost(file, out bool rejected), 0, (MaxBytesPerByte * file.Length) + Slack);
        Assert.True(rejected);
    }

    [Fact]
    public void NaN_is_read_and_left_to_the_loader_of_weights()
    {
        byte[] file = File("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(file.Length - 4), float.NaN);

        Assert.Equal([float.NaN], SafetensorsFile.Parse("nan", file)["a"].Values);
    }

    [Fact]
    public void Deeply_nested_headers_are_rejected() =>
        Assert.True(IsRejected(File(new string('[', 100_000) + new string(']', 100_000), 0)));

    private static void AssertBounded(int mutations)
    {
        var random = new Random(11);
        int rejected = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] file = Mutate(random);
            long cost = Cost(file, out bool isRejected);
            rejected += isRejected ? 1 : 0;
            Assert.True(cost < (MaxBytesPerByte * file.Length) + Slack, $"mutation {i}: {cost} bytes for a file of {file.Length}");
        }

        Assert.InRange(rejected, mutations / 2, mutations - 1);
    }

    private static long Cost(byte[] file, out bool rejected)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        rejected = IsRejected(file);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A file that is read must contain exactly as many numbers as its data section has room for.</summary>
    private static bool IsRejected(byte[] file)
    {
        try
        {
            long numbers = SafetensorsFile.Parse("mutated", file).Values.Sum(tensor => (long)tensor.Values.Length);
            Assert.Equal(file.Length - 8 - BinaryPrimitives.ReadInt64LittleEndian(file), 4 * numbers);
            return false;
        }
        catch (BadFileException)
        {
            return true;
        }
    }

    private static string ErrorMessage(byte[] file) =>
        Assert.Throws<BadFileException>(() => SafetensorsFile.Parse("weights", file)).Message;

    /// <summary>
    /// Replaces numbers and words of the header with extreme ones and adjusts its length; or flips, truncates and appends bytes, the length
    /// included.
    /// </summary>
    private static byte[] Mutate(Random random)
    {
        if (random.Next(2) == 0)
        {
            string header = Encoding.UTF8.GetString(Original.AsSpan(8, Original.Length - 28));
            string[] tokens = System.Text.RegularExpressions.Regex.Split(header, "(\"[^\"]*\"|[0-9]+)");
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int token = random.Next(tokens.Length);
                tokens[token] = random.Next(2) == 0 ? Extremes[random.Next(Extremes.Length)] : Words[random.Next(Words.Length)];
            }

            return File(string.Concat(tokens), random.Next(4) == 0 ? random.Next(40) : 20);
        }

        byte[] file =
        [
            .. Original.AsSpan(0, random.Next(4) == 0 ? random.Next(Original.Length) : Original.Length),
            .. new byte[random.Next(8) == 0 ? random.Next(16) : 0],
        ];
        for (int change = random.Next(1, 4); change > 0 && file.Length > 0; change--)
        {
            int index = random.Next(random.Next(4) == 0 ? Math.Min(8, file.Length) : file.Length);
            file[index] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)(file[index] ^ (1 << random.Next(8)));
        }

        return file;
    }

    private static byte[] File(string header, int dataBytes)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. new byte[dataBytes]];
    }
}

using System.IO.Compression;
using System.Text;
using Hasta.Datasets.Fetching;
using Hasta.Include.Zip;
using Hasta.TestKit;

namespace Hasta.Include.Tests.Zip;

public sealed class ZipTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<string, string> Hostile => new()
    {
        { "../evil.mp4", "outside the folder" },
        { "a/../../evil.mp4", "outside the folder" },
        { "/evil.mp4", "outside the folder" },
        { "C:/evil.mp4", "outside the folder" },
        { "a\\..\\evil.mp4", "outside the folder" },
        { "a//evil.mp4", "outside the folder" },
        { "NUL.mp4", "outside the folder" },
        { "", "outside the folder" },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stored_and_deflated_members_are_extracted_unchanged_also_from_zip64(bool zip64)
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i / 700))];
        LocalZip zip = Write(new RawZip { IsZip64 = zip64 }
            .Add(new RawZipMember("Animals/", []))
            .Add(new RawZipMember("Animals/1. Dog/a.MOV", content))
            .Add(new RawZipMember("__MACOSX/Animals/1. Dog/._a.MOV", [1]))
            .Add(new RawZipMember("Animals/1. Dog/b.MOV", content) { Method = 8, Packed = Deflated(content) })
            .Add(new RawZipMember("Animals/1. Dog/empty.MOV", [])));

        IReadOnlyList<ZipMember> members = await ZipDirectory.ReadAsync(zip, TestContext.Current.CancellationToken);

        Assert.Equal(["Animals/1. Dog/a.MOV", "Animals/1. Dog/b.MOV", "Animals/1. Dog/empty.MOV"], members.Select(member => member.Name));
        Assert.Equal(content, await ExtractAsync(zip, members[0]));
        Assert.Equal(content, await ExtractAsync(zip, members[1]));
        Assert.Empty(await ExtractAsync(zip, members[2]));
    }

    [Fact]
    public async Task A_zip_written_by_the_framework_is_read()
    {
        string path = folder.At("made.zip");
        using (ZipArchive archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            await using Stream entry = await archive.CreateEntry("Seasons/Ex. Monsoon/MVI_0050_ (1).MOV")
                .OpenAsync(TestContext.Current.CancellationToken);
            entry.Write(Encoding.UTF8.GetBytes(new string('x', 5000)));
        }

        ZipMember member = Assert.Single(await ZipDirectory.ReadAsync(new LocalZip(path), TestContext.Current.CancellationToken));

        Assert.Equal("Seasons/Ex. Monsoon/MVI_0050_ (1).MOV", member.Name);
        Assert.Equal(new string('x', 5000), Encoding.UTF8.GetString(await ExtractAsync(new LocalZip(path), member)));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task A_zip_with_a_member_outside_the_folder_is_rejected(string name, string expected) =>
        AssertRejectedAsync(new RawZip().Add(new RawZipMember(name, [1])), expected);

    [Fact]
    public Task A_link_is_rejected() => AssertRejectedAsync(new RawZip().Add(new RawZipMember("a.mp4", [1]) { UnixMode = 0xA1FF }), "link");

    [Fact]
    public Task An_encrypted_member_is_rejected() =>
        AssertRejectedAsync(new RawZip().Add(new RawZipMember("a.mp4", [1]) { Flags = 1 }), "encrypted");

    [Fact]
    public Task An_unsupported_method_is_rejected() =>
        AssertRejectedAsync(new RawZip().Add(new RawZipMember("a.mp4", [1]) { Method = 12 }), "method 12");

    [Fact]
    public Task Names_that_differ_only_in_case_are_rejected() =>
        AssertRejectedAsync(new RawZip().Add(new RawZipMember("a/B.mp4", [1])).Add(new RawZipMember("A/b.mp4", [2])), "ignoring case");

    [Fact]
    public Task A_zip_bomb_is_rejected()
    {
        byte[] zeros = new byte[20_000_000];
        return AssertRejectedAsync(
            new RawZip().Add(new RawZipMember("a.mp4", zeros) { Method = 8, Packed = Deflated(zeros) }),
            "would grow");
    }

    [Fact]
    public Task Members_that_share_their_bytes_are_rejected() =>
        AssertRejectedAsync(
            new RawZip().Add(new RawZipMember("a.mp4", new byte[5000])).Add(new RawZipMember("b.mp4", new byte[5000]) { HeaderAt = 0 }),
            "shares its bytes");

    [Fact]
    public Task A_member_beyond_the_end_is_rejected() =>
        AssertRejectedAsync(new RawZip().Add(new RawZipMember("a.mp4", [1]) { HeaderAt = 4_000_000_000 }), "outside the zip");

    [Theory]
    [InlineData(ulong.MaxValue / 2, 1ul)]
    [InlineData(1ul, ulong.MaxValue / 2)]
    [InlineData(ulong.MaxValue / 2, ulong.MaxValue / 2)]
    public Task Offsets_whose_sum_overflows_are_outside_the_zip(ulong at, ulong packed) =>
        AssertRejectedAsync(
            new RawZip { IsZip64 = true }.Add(new RawZipMember("a.mp4", [1]) { WideHeaderAt = at, WidePackedBytes = packed }),
            "outside the zip");

    [Fact]
    public Task A_directory_offset_that_overflows_is_rejected() =>
        AssertRejectedAsync(
            new RawZip { IsZip64 = true, WideDirectoryAt = long.MaxValue - 10 }.Add(new RawZipMember("a.mp4", [1])),
            "its directory would be at");

    [Fact]
    public async Task A_zip_truncated_anywhere_is_an_error_and_never_a_crash()
    {
        byte[] whole = new RawZip { IsZip64 = true }.Add(new RawZipMember("Animals/1. Dog/a.MOV", [1, 2, 3])).ToBytes();
        for (int length = 0; length < whole.Length; length++)
        {
            LocalZip zip = Write(whole[..length]);
            await Assert.ThrowsAsync<UnsafeZipException>(() => ZipDirectory.ReadAsync(zip, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_changed_byte_is_an_error_and_never_another_clip()
    {
        byte[] content = [.. Enumerable.Range(0, 60).Select(i => (byte)i)];
        byte[] whole = new RawZip().Add(new RawZipMember("a.mp4", content) { Method = 8, Packed = Deflated(content) }).ToBytes();
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0xFF;
            LocalZip zip = Write(changed);
            File.Delete(folder.At("out"));
            try
            {
                foreach (ZipMember member in await ZipDirectory.ReadAsync(zip, TestContext.Current.CancellationToken))
                {
                    Assert.Equal(content, await ExtractAsync(zip, member));
                }
            }
            catch (UnsafeZipException)
            {
                Assert.False(File.Exists(folder.At("out")));
            }
        }
    }

    [Theory]
    [InlineData(1u, null, "checksum")]
    [InlineData(null, 4999ul, "longer than declared")]
    [InlineData(null, 5001ul, "ends early")]
    public async Task A_member_that_contradicts_the_directory_leaves_no_file(uint? crc32, ulong? bytes, string expected)
    {
        byte[] content = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i))];
        LocalZip zip = Write(
            new RawZip().Add(new RawZipMember("a.mp4", content) { Method = 8, Packed = Deflated(content), Crc32 = crc32, Bytes = bytes }));
        ZipMember member = Assert.Single(await ZipDirectory.ReadAsync(zip, TestContext.Current.CancellationToken));

        var error = await Assert.ThrowsAsync<UnsafeZipException>(() => ExtractAsync(zip, member));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal([zip.Name], Directory.GetFiles(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private LocalZip Write(RawZip zip) => Write(zip.ToBytes());

    private LocalZip Write(byte[] bytes)
    {
        File.WriteAllBytes(folder.At("raw.zip"), bytes);
        return new LocalZip(folder.At("raw.zip"));
    }

    private async Task AssertRejectedAsync(RawZip raw, string expected)
    {
        LocalZip zip = Write(raw);
        var error = await Assert.ThrowsAsync<UnsafeZipException>(() => ZipDirectory.ReadAsync(zip, TestContext.Current.CancellationToken));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private async Task<byte[]> ExtractAsync(LocalZip zip, ZipMember member)
    {
        string path = folder.At("out");
        File.Delete(path);
        await ZipExtraction.ExtractAsync(zip, member, path, NoProgress.Instance, TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }
}

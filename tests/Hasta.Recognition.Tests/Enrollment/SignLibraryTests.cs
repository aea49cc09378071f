using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Enrollment;
using Hasta.TestKit;

namespace Hasta.Recognition.Tests.Enrollment;

public sealed class SignLibraryTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Root => folder.At("signs");

    private string[] PoseFiles => Directory.GetFiles(Path.Combine(Root, "poses"));

    [Fact]
    public void Signs_are_added_listed_and_removed()
    {
        SignLibrary library = Create();

        Assert.Equal(2, library.Add(Sign("WATER", 1, 2)));
        Assert.Equal(1, library.Add(Sign("पानी", 3)));

        Assert.Equal(["WATER 2 anita", "पानी 1 anita"], Describe(library));
        Assert.Equal(["WATER 2 anita", "पानी 1 anita"], Describe(SignLibrary.Open(Root)));
        Assert.Equal(2, library.Remove("WATER"));
        Assert.Equal(["पानी 1 anita"], Describe(SignLibrary.Open(Root)));
        Assert.Single(PoseFiles);
    }

    [Fact]
    public void A_recording_is_kept_once()
    {
        SignLibrary library = Create();
        library.Add(Sign("WATER", 1));

        Assert.Equal(1, library.Add(Sign("WATER", 1, 2)));
        var error = Assert.Throws<SignLibraryException>(() => library.Add(Sign("TREE", 2)));

        Assert.Contains("enrolled as \"WATER\" already", error.Message, StringComparison.Ordinal);
        Assert.Equal(["WATER 2 anita"], Describe(library));
    }

    [Fact]
    public void Nothing_is_enrolled_without_consent()
    {
        var library = SignLibrary.Open(Root);

        var error = Assert.Throws<SignLibraryException>(() => library.Add(Sign("WATER", 1)));

        Assert.Contains("\"anita\" agrees", error.Message, StringComparison.Ordinal);
        Assert.Null(library.ConsentOf("anita"));
        Assert.False(Directory.Exists(folder.At("signs", "poses")));
    }

    [Fact]
    public void A_consent_is_kept_with_its_time()
    {
        var library = SignLibrary.Open(Root, new SteppingClock());

        library.AddConsent(" anita ", "agrees to everything");

        Assert.Equal("agrees to everything", SignLibrary.Open(Root).ConsentOf("anita")!.Note);
        Assert.Equal(library.ConsentOf("anita"), SignLibrary.Open(Root).ConsentOf("anita"));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData("CON")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b:c|d?*")]
    [InlineData("gloss/mean")]
    public void No_name_becomes_a_path(string gloss)
    {
        SignLibrary library = Create();

        library.Add(Sign(gloss, 1));

        Assert.Equal([$"{gloss} 1 anita"], Describe(SignLibrary.Open(Root)));
        Assert.Matches("^[0-9a-f]{16}\\.pose$", Path.GetFileName(Assert.Single(PoseFiles)));
        Assert.Equal(["signs"], new DirectoryInfo(folder.Path).GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u200b ")]
    [InlineData("a\nb")]
    [InlineData("a\u001b[31m")]
    [InlineData("a\u202eretaw")]
    public void A_name_that_cannot_be_shown_is_refused(string gloss) =>
        Assert.Throws<SignLibraryException>(() => Create().Add(Sign(gloss, 1)));

    [Fact]
    public void A_name_is_at_most_a_hundred_characters()
    {
        SignLibrary library = Create();

        library.Add(Sign(new string('x', 100), 1));

        Assert.Throws<SignLibraryException>(() => library.Add(Sign(new string('x', 101), 2)));
    }

    [Fact]
    public void Names_are_the_same_in_every_unicode_form()
    {
        SignLibrary library = Create();
        library.Add(Sign("café", 1));
        library.Add(Sign("cafe\u0301", 2));

        Assert.Equal(["café 2 anita"], Describe(library));
        Assert.Equal(2, library.Remove("cafe\u0301"));
    }

    [Fact]
    public void What_a_killed_process_leaves_is_not_a_sign_and_goes_with_the_next_change()
    {
        SignLibrary library = Create();
        library.Add(Sign("WATER", 1));
        File.Copy(PoseFiles[0], folder.At("signs", "poses", "0123456789abcdef.pose"));
        folder.Write("signs/poses/new-0123456789abcdef0123456789abcdef.pose", "cut");
        folder.Write("signs/manifest.jsonl.999999999-0123456789abcdef0123456789abcdef.partial", "cut");
        folder.Write("signs/poses/mine.pose", "not of this library");

        Assert.Equal(["WATER 1 anita"], Describe(SignLibrary.Open(Root)));
        library.Add(Sign("TREE", 2));

        Assert.Equal(3, PoseFiles.Length);
        Assert.True(File.Exists(folder.At("signs", "poses", "mine.pose")));
        Assert.Empty(Directory.GetFiles(Root, "*.partial"));
    }

    [Fact]
    public void Several_processes_can_add_signs_at_once()
    {
        Create();
        Parallel.For(0, 12, i => SignLibrary.Open(Root).Add(Sign($"sign {i % 6}", i)));

        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"sign {i} 2 anita"), Describe(SignLibrary.Open(Root)));
        Assert.Equal(12, PoseFiles.Length);
    }

    [Fact]
    public void A_library_sees_what_another_changed_after_a_refresh()
    {
        SignLibrary library = Create();
        SignLibrary.Open(Root).Add(Sign("WATER", 1));
        Assert.Empty(library.Signs);

        library.Refresh();

        Assert.Equal(["WATER 1 anita"], Describe(library));
    }

    [Theory]
    [InlineData("manifest.jsonl", "{\"clip\":")]
    [InlineData("manifest.jsonl", "{\"clip\":\"0123456789abcdef\"}")]
    [InlineData("library.json", "{\"version\":2}")]
    [InlineData("library.json", "[]")]
    public void A_corrupt_file_is_an_error_that_names_it(string name, string text)
    {
        Create().Add(Sign("WATER", 1));
        folder.Write($"signs/{name}", text);

        var error = Assert.Throws<BadFileException>(() => SignLibrary.Open(Root));

        Assert.Contains(folder.At("signs", name), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../secret")]
    [InlineData("0123456789ABCDEF")]
    public void A_manifest_cannot_name_files_elsewhere(string clip)
    {
        Create().Add(Sign("WATER", 1));
        string manifest = folder.At("signs", "manifest.jsonl");
        string name = Path.GetFileNameWithoutExtension(PoseFiles[0]);
        string text = File.ReadAllText(manifest);
        File.WriteAllText(manifest, text.Replace($"\"clip\":\"{name}\"", $"\"clip\":\"{clip}\"", StringComparison.Ordinal));

        Assert.Throws<BadFileException>(() => SignLibrary.Open(Root));
    }

    [Fact]
    public void Any_other_folder_is_refused_and_left_alone()
    {
        folder.Write("signs/holiday.jpg", "precious");

        Assert.Throws<BadFileException>(() => SignLibrary.Open(Root));
        Assert.Throws<BadFileException>(() => SignLibrary.Open(folder.At("signs", "holiday.jpg")));

        Assert.Equal("precious", File.ReadAllText(folder.At("signs", "holiday.jpg")));
    }

    [Fact]
    public void An_export_is_a_copy_in_a_new_folder()
    {
        SignLibrary library = Create();
        library.Add(Sign("WATER", 1, 2));

        library.Export(folder.At("copy"));

        Assert.Equal(["WATER 2 anita"], Describe(SignLibrary.Open(folder.At("copy"))));
        Assert.NotNull(SignLibrary.Open(folder.At("copy")).ConsentOf("anita"));
        Assert.Throws<BadFileException>(() => library.Export(folder.At("copy")));
        Assert.Equal(30, PoseFile.Read(Directory.GetFiles(folder.At("copy", "poses"))[0]).Frames.Count);
    }

    public void Dispose() => folder.Dispose();

    private SignLibrary Create()
    {
        var library = SignLibrary.Open(Root);
        library.AddConsent("anita", "agrees");
        return library;
    }

    private static NewSign Sign(string gloss, params int[] takes) => new()
    {
        Gloss = gloss,
        Signer = "anita",
        Clips =
        [
            .. takes.Select(take => new Puppet { Speed = 0.1f + (0.01f * take) })
                .Select(puppet => new EnrollmentClip { Landmarks = puppet.Sign(), Source = "made" }),
        ],
    };

    private static IEnumerable<string> Describe(SignLibrary library) =>
        library.Signs.Select(sign => $"{sign.Gloss} {sign.Clips} {string.Join('+', sign.Signers)}");
}

using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.TestKit;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests.Splits;

public sealed class SplitterTests
{
    [Theory]
    [InlineData(SplitProtocol.Signer, 3)]
    [InlineData(SplitProtocol.Signer, 6)]
    [InlineData(SplitProtocol.Signer, 40)]
    [InlineData(SplitProtocol.Session, 2)]
    [InlineData(SplitProtocol.Session, 20)]
    public void No_signer_or_session_is_in_two_splits(SplitProtocol protocol, int signers)
    {
        ManifestEntry[] entries = MadeManifest.Create(signers, glosses: 5, takes: 4);
        for (int seed = 0; seed < 10; seed++)
        {
            SplitPlan plan = Splitter.Split(entries, new SplitRequest { Protocol = protocol, Seed = seed });

            Func<ManifestEntry, string> group = protocol == SplitProtocol.Signer
                ? entry => entry.Signer!
                : entry => $"{entry.Signer}/{entry.Session}";
            Assert.All(entries.GroupBy(group), members => Assert.Single(members.Select(entry => SplitOf(plan, entry)).Distinct()));
            Assert.All(Enum.GetValues<Split>(), split => Assert.NotEmpty(plan.IdsIn(split)));
            Assert.All(
                Enum.GetValues<Split>(),
                split => Assert.Equal(
                    5,
                    entries.Where(entry => SplitOf(plan, entry) == split).Select(entry => entry.Gloss).Distinct().Count()));
        }
    }

    [Fact]
    public void With_many_signers_the_held_out_splits_are_near_a_sixth()
    {
        SplitPlan plan = Splitter.Split(MadeManifest.Create(signers: 20, glosses: 5, takes: 4), new SplitRequest());

        Assert.InRange(plan.IdsIn(Split.Test).Count, 60, 80);
        Assert.InRange(plan.IdsIn(Split.Validation).Count, 60, 80);
    }

    [Fact]
    public void The_plan_depends_on_the_seed_and_not_on_the_order_of_entries()
    {
        ManifestEntry[] entries = MadeManifest.Create(signers: 12, glosses: 3, takes: 2);
        SplitPlan Plan(IEnumerable<ManifestEntry> clips, int seed) => Splitter.Split([.. clips], new SplitRequest { Seed = seed });

        Assert.Equal(Plan(entries, 1).IdsIn(Split.Test), Plan(entries.Reverse(), 1).IdsIn(Split.Test));
        Assert.Contains(
            Enumerable.Range(2, 10),
            seed => !Plan(entries, seed).IdsIn(Split.Test).SetEquals(Plan(entries, 1).IdsIn(Split.Test)));
    }

    [Fact]
    public void A_named_signer_is_the_test_split_and_another_is_validation()
    {
        ManifestEntry[] entries = MadeManifest.Create(signers: 3, glosses: 2, takes: 2);

        SplitPlan plan = Splitter.Split(entries, new SplitRequest { TestSigners = ["signer1"] });

        Assert.Equal(SplitProtocol.Signer, plan.Protocol);
        Assert.Equal(["signer1"], SignersOf(plan, entries, Split.Test));
        Assert.Single(SignersOf(plan, entries, Split.Validation));
        Assert.Contains("no signer in two splits", plan.Description, StringComparison.Ordinal);
        Assert.Contains("signer1", plan.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "signer0", "signer1" }, new string[0])]
    [InlineData(new string[0], new[] { "signer0", "signer1" })]
    [InlineData(new[] { "signer0" }, new[] { "signer1", "signer2" })]
    [InlineData(new[] { "signer0" }, new[] { "signer0" })]
    [InlineData(new[] { "nobody" }, new string[0])]
    public void Named_signers_that_leave_a_split_empty_are_rejected(string[] test, string[] validation) =>
        Assert.Throws<SplitException>(() =>
            Splitter.Split(
                MadeManifest.Create(signers: 3, glosses: 2, takes: 2),
                new SplitRequest { TestSigners = test, ValidationSigners = validation }));

    [Fact]
    public void Auto_prefers_the_official_list_then_signers_then_sessions_and_is_never_random()
    {
        ManifestEntry[] signed = MadeManifest.Create(signers: 4, glosses: 3, takes: 6);
        ManifestEntry[] official = [.. signed.Select((entry, i) => entry with { Split = (Split)(i % 3) })];
        ManifestEntry[] sessions = [.. signed.Select((entry, i) => entry with { Signer = null, Session = $"{i % 3}" })];
        ManifestEntry[] unknown = [.. signed.Select(entry => entry with { Signer = null, Session = null })];

        Assert.Equal(SplitProtocol.Official, Splitter.Split(official, new SplitRequest()).Protocol);
        Assert.Equal(SplitProtocol.Signer, Splitter.Split(signed, new SplitRequest()).Protocol);
        Assert.Equal(SplitProtocol.Session, Splitter.Split(sessions, new SplitRequest()).Protocol);
        var error = Assert.Throws<SplitException>(() => Splitter.Split(unknown, new SplitRequest()));
        Assert.Contains("--split random", error.Message, StringComparison.Ordinal);
        Assert.Contains("signer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_official_split_is_kept_exactly()
    {
        ManifestEntry[] entries =
        [
            .. MadeManifest.Create(signers: 2, glosses: 3, takes: 6).Select((entry, i) => entry with { Split = (Split)(i % 3) }),
        ];

        SplitPlan plan = Splitter.Split(entries, new SplitRequest());

        Assert.All(entries, entry => Assert.Equal(entry.Split, SplitOf(plan, entry)));
    }

    [Theory]
    [InlineData(true, "whole signers")]
    [InlineData(false, "at random")]
    public void An_official_split_without_validation_takes_it_from_train_and_describes_how(bool hasSigners, string how)
    {
        ManifestEntry[] entries = [.. MadeManifest.Create(signers: 5, glosses: 3, takes: 6)
            .Select(entry => entry with { Split = entry.Signer == "signer0" ? Split.Test : Split.Train })
            .Select(entry => hasSigners ? entry : entry with { Signer = null, Session = null })];

        SplitPlan plan = Splitter.Split(entries, new SplitRequest());

        Assert.Contains(how, plan.Description, StringComparison.Ordinal);
        Assert.NotEmpty(plan.IdsIn(Split.Validation));
        Assert.All(entries, entry => Assert.Equal(entry.Split == Split.Test, SplitOf(plan, entry) == Split.Test));
        Assert.True(!hasSigners || !SignersOf(plan, entries, Split.Validation).Intersect(SignersOf(plan, entries, Split.Train)).Any());
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 1, 1)]
    [InlineData(20, 3, 3)]
    public void A_random_split_has_every_gloss_in_every_set_and_is_described_as_random(int takes, int test, int validation)
    {
        ManifestEntry[] entries = MadeManifest.Create(signers: 1, glosses: 4, takes);

        SplitPlan plan = Splitter.Split(entries, new SplitRequest { Protocol = SplitProtocol.Random });

        Assert.All(entries.GroupBy(entry => entry.Gloss), gloss =>
        {
            Assert.Equal(test, gloss.Count(entry => SplitOf(plan, entry) == Split.Test));
            Assert.Equal(validation, gloss.Count(entry => SplitOf(plan, entry) == Split.Validation));
        });
        Assert.Contains("random", plan.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_random_split_of_too_few_clips_is_rejected() =>
        Assert.Throws<SplitException>(() =>
            Splitter.Split(MadeManifest.Create(1, glosses: 4, takes: 2), new SplitRequest { Protocol = SplitProtocol.Random }));

    [Theory]
    [InlineData("Jos\u00E9", "Jose\u0301")]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    public void A_signer_is_found_in_either_Unicode_form(string inData, string requested)
    {
        ManifestEntry[] entries = Renamed("signer1", inData);

        SplitPlan plan = Splitter.Split(entries, new SplitRequest { TestSigners = [requested] });

        Assert.Equal(["Jos\u00E9"], SignersOf(plan, entries, Split.Test));
    }

    [Fact]
    public void An_unknown_signer_is_an_error_that_suggests_the_nearest()
    {
        var error = Assert.Throws<SplitException>(() =>
            Splitter.Split(MadeManifest.Create(signers: 60, glosses: 2, takes: 1), new SplitRequest { TestSigners = ["Signer 42"] }));

        Assert.Contains("\"signer42\"", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\"signer9\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Signer1")]
    [InlineData("signer\u200D1")]
    [InlineData("signer\u00A01")]
    public void Nearly_equal_signers_are_never_in_two_splits(string other)
    {
        ManifestEntry[] entries = WithSecondSpelling(other);

        for (int seed = 0; seed < 20; seed++)
        {
            SplitPlan plan = Splitter.Split(entries, new SplitRequest { Seed = seed });
            Assert.Single(entries
                .Where(entry => entry.Signer == "signer1" || entry.Signer == other)
                .Select(entry => SplitOf(plan, entry))
                .Distinct());
        }

        var error = Assert.Throws<SplitException>(() => Splitter.Split(entries, new SplitRequest { TestSigners = ["signer1"] }));
        Assert.Contains("\"signer1\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(NameText.Show(other), error.Message, StringComparison.Ordinal);
        Assert.Equal(Split.Test, SplitOf(Splitter.Split(entries, new SplitRequest { TestSigners = ["signer1", other] }), entries[^1]));
    }

    [Fact]
    public void Nearly_equal_sessions_are_never_in_two_splits()
    {
        ManifestEntry[] entries =
        [
            .. MadeManifest.Create(signers: 1, glosses: 3, takes: 8)
                .Select((entry, i) => entry with { Signer = null, Session = "abAB"[i % 4] + (i % 8 < 4 ? "1" : "2") }),
        ];

        for (int seed = 0; seed < 20; seed++)
        {
            SplitPlan plan = Splitter.Split(entries, new SplitRequest { Protocol = SplitProtocol.Session, Seed = seed });
            Assert.All(
                entries.GroupBy(entry => entry.Session!.ToUpperInvariant()),
                session => Assert.Single(session.Select(entry => SplitOf(plan, entry)).Distinct()));
        }
    }

    [Fact]
    public void An_empty_data_set_is_rejected() => Assert.Throws<SplitException>(() => Splitter.Split([], new SplitRequest()));

    [Fact]
    public void A_plan_is_read_back_from_its_file()
    {
        using var folder = new TempFolder();
        SplitPlan plan = Splitter.Split(MadeManifest.Create(signers: 3, glosses: 2, takes: 2), new SplitRequest());
        folder.Write("splits.json", System.Text.Json.JsonSerializer.Serialize(plan, StrictJson.Indented));

        SplitPlan read = SplitPlan.Read(folder.Path)!;

        Assert.Equal(plan.Clips.Select(clip => clip with { Signer = null }), read.Clips);
        Assert.Equal((plan.Protocol, plan.Description, plan.Seed), (read.Protocol, read.Description, read.Seed));
    }

    [Fact]
    public void A_plan_with_an_unknown_split_is_rejected()
    {
        using var folder = new TempFolder();
        SplitPlan plan = Splitter.Split(MadeManifest.Create(signers: 3, glosses: 2, takes: 2), new SplitRequest());
        folder.Write(
            "splits.json",
            System.Text.Json.JsonSerializer.Serialize(plan, StrictJson.Indented)
                .Replace("\"validation\"", "\"later\"", StringComparison.Ordinal));

        Assert.Contains("later", Assert.Throws<BadFileException>(() => SplitPlan.Read(folder.Path)).Message, StringComparison.Ordinal);
    }

    private static ManifestEntry[] Renamed(string signer, string name) =>
        [
            .. MadeManifest.Create(signers: 4, glosses: 3, takes: 4)
                .Select(entry => entry.Signer == signer ? entry with { Signer = name } : entry),
        ];

    /// <summary>Spells the signer differently in half of signer1's clips.</summary>
    private static ManifestEntry[] WithSecondSpelling(string other) =>
        [
            .. Renamed("signer1", "signer1")
                .OrderBy(entry => entry.Signer == "signer1")
                .Select((entry, i) => entry.Signer == "signer1" && i % 2 == 1 ? entry with { Signer = other } : entry),
        ];

    private static Split SplitOf(SplitPlan plan, ManifestEntry entry) =>
        SplitName.Parse(plan.Clips.Single(clip => clip.Clip == entry.Clip).Set);

    private static IEnumerable<string> SignersOf(SplitPlan plan, ManifestEntry[] entries, Split split) =>
        entries.Where(entry => plan.IdsIn(split).Contains(entry.Clip)).Select(entry => entry.Signer!).Distinct();
}

using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.TestKit.Datasets;

namespace Hasta.Datasets.Tests.Leakage;

public sealed class LeaksTests
{
    private static readonly ManifestEntry[] Entries =
    [
        MadeManifest.Entry(1, "Hello", "Asha", "a"),
        MadeManifest.Entry(2, "Hello", "Asha", "b"),
    ];

    [Theory]
    [InlineData(SplitProtocol.Signer, "signer Asha")]
    [InlineData(SplitProtocol.Session, null)]
    [InlineData(SplitProtocol.Random, null)]
    public void A_shared_signer_is_found_only_if_the_protocol_forbids_it(SplitProtocol protocol, string? leak)
    {
        SplitPlan plan = Plan(protocol);
        if (leak is null)
        {
            Leaks.Check(plan, Entries);
            return;
        }

        Assert.Contains(leak, Assert.Throws<SplitException>(() => Leaks.Check(plan, Entries)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_session_is_found() =>
        Assert.Throws<SplitException>(() =>
            Leaks.Check(Plan(SplitProtocol.Session), [.. Entries.Select(entry => entry with { Session = "a" })]));

    [Theory]
    [InlineData(SplitProtocol.Official)]
    [InlineData(SplitProtocol.Random)]
    public void The_same_recording_in_two_splits_is_found_under_any_protocol_with_both_names(SplitProtocol protocol)
    {
        var error = Assert.Throws<LeakException>(() =>
            Leaks.Check(Plan(protocol), [.. Entries.Select(entry => entry with { PoseSha256 = "same" })]));

        Assert.Contains("train (as 1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("test (as 2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Consecutive_takes_are_reported_and_not_rejected()
    {
        Leak leak = Assert.Single(Leaks.Check(Plan(SplitProtocol.Official), Entries));

        Assert.Equal((LeakKind.NearTake, "train (as 1) and test (as 2)"), (leak.Kind, leak.ToString()));
    }

    [Fact]
    public void Clips_added_after_the_plan_are_ignored() =>
        Leaks.Check(Plan(SplitProtocol.Official), [.. Entries, MadeManifest.Entry(3, "Hello", "Asha")]);

    private static SplitPlan Plan(SplitProtocol protocol) => new()
    {
        Protocol = protocol,
        Description = "made",
        Seed = 1,
        Clips =
        [
            new AssignedClip { Clip = "1", PoseSha256 = "h1", Set = "train" },
            new AssignedClip { Clip = "2", PoseSha256 = "h2", Set = "test" },
        ],
    };
}

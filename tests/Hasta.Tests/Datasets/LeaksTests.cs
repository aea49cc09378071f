using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;

namespace Hasta.Tests.Datasets;

public sealed class LeaksTests
{
    private static readonly ManifestEntry[] Entries = [MadeManifest.Entry(1, "Hello", "Asha", "a"), MadeManifest.Entry(2, "Hello", "Asha", "b")];

    [Theory]
    [InlineData(SplitProtocol.Signer, "signer Asha")]
    [InlineData(SplitProtocol.Session, null)]
    [InlineData(SplitProtocol.Random, null)]
    public void A_shared_signer_is_found_only_where_the_protocol_forbids_it(SplitProtocol protocol, string? leak)
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
        Assert.Throws<SplitException>(() => Leaks.Check(Plan(SplitProtocol.Session), [.. Entries.Select(entry => entry with { Session = "a" })]));

    [Theory]
    [InlineData(SplitProtocol.Official)]
    [InlineData(SplitProtocol.Random)]
    public void The_same_recording_in_two_parts_is_found_under_any_protocol_and_both_names_are_given(SplitProtocol protocol)
    {
        var error = Assert.Throws<LeakException>(() => Leaks.Check(Plan(protocol), [.. Entries.Select(entry => entry with { PoseSha256 = "same" })]));

        Assert.Contains("train (as 1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("test (as 2)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_made_one_after_the_other_are_told_of_and_not_refused()
    {
        Leak leak = Assert.Single(Leaks.Check(Plan(SplitProtocol.Official), Entries));

        Assert.Equal((LeakKind.NearTake, "train (as 1) and test (as 2)"), (leak.Kind, leak.ToString()));
    }

    [Fact]
    public void Clips_that_came_after_the_plan_are_left_out() =>
        Leaks.Check(Plan(SplitProtocol.Official), [.. Entries, MadeManifest.Entry(3, "Hello", "Asha")]);

    private static SplitPlan Plan(SplitProtocol protocol) => new()
    {
        Protocol = protocol,
        Description = "made",
        Seed = 1,
        Clips = [new AssignedClip { Clip = "1", PoseSha256 = "h1", Set = "train" }, new AssignedClip { Clip = "2", PoseSha256 = "h2", Set = "test" }],
    };
}

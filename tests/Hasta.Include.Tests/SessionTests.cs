using Hasta.Datasets.Splits;
using Hasta.IncludeSessions;

namespace Hasta.Include.Tests;

public sealed class SessionTests
{
    /// <summary>File names from two signers in one category: three takes of four glosses each.</summary>
    private static readonly string[] TwoSigners =
    [
        .. Enumerable.Range(0, 24).Select(i => $"Animals/{1 + (i / 3 % 4)}. {"ABCD"[i / 3 % 4]}/MVI_{2000 + i}.MOV"),
    ];

    [Fact]
    public void No_session_is_in_two_splits_of_the_session_disjoint_lists_and_many_are_in_the_official_ones()
    {
        Assert.All(
            IncludeClips.All.GroupBy(clip => clip.Session),
            session => Assert.Single(session.Select(clip => clip.SessionDisjoint).Distinct()));
        Assert.True(IncludeSplitSummary.From(IncludeProtocol.Official, IncludeClips.All.ToHashSet()).SharedSessions > 30);
    }

    [Fact]
    public void Consecutive_takes_of_a_gloss_are_never_in_two_splits()
    {
        var takes = IncludeClips.All.Where(clip => clip.Name.Stem.Length == "MVI_0000".Length)
            .GroupBy(clip => clip.Gloss)
            .SelectMany(gloss =>
                gloss.OrderBy(clip => clip.Name.Stem, StringComparer.Ordinal)
                    .Zip(gloss.OrderBy(clip => clip.Name.Stem, StringComparer.Ordinal).Skip(1)));

        Assert.DoesNotContain(
            takes,
            pair => Number(pair.Second) - Number(pair.First) == 1 && pair.First.SessionDisjoint != pair.Second.SessionDisjoint);
    }

    [Fact]
    public void Every_gloss_is_trained_nearly_all_are_tested_and_the_sizes_are_near_the_official_ones()
    {
        HashSet<IncludeClip> all = [.. IncludeClips.All];
        var whole = IncludeSplitSummary.From(IncludeProtocol.SessionDisjoint, all);
        var fifty = IncludeSplitSummary.From(IncludeProtocol.SessionDisjoint50, all);

        Assert.Equal((263, 50, 50), (whole.Glosses[Split.Train], fifty.Glosses[Split.Train], fifty.Glosses[Split.Test]));
        Assert.True(whole.Glosses[Split.Test] >= 255, $"{whole.Glosses[Split.Test]} glosses in the test");
        Assert.InRange(whole.Clips[Split.Test] / 4292.0, 0.15, 0.25);
        Assert.InRange(whole.Clips[Split.Train] / 4292.0, 0.6, 0.8);
    }

    [Fact]
    public void A_list_that_starts_again_is_another_session()
    {
        IReadOnlyDictionary<string, string> sessions = SessionFinder.Find(TwoSigners);

        Assert.Equal(["2000-2011", "2012-2023"], sessions.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.All(TwoSigners.Index(), file => Assert.Equal(file.Index < 12 ? "2000-2011" : "2012-2023", sessions[file.Item]));
    }

    [Fact]
    public void A_retake_stays_in_its_session_and_a_gap_starts_another()
    {
        string[] files =
        [
            .. TwoSigners[..12],
            "Animals/2. B/MVI_2012.MOV",
            "Animals/2. B/MVI_2013.MOV",
            "Animals/1. A/MVI_2100.MOV",
            "Animals/2. B/MVI_2101.MOV",
        ];

        Assert.Equal(["2000-2013", "2100-2101"], SessionFinder.Find(files).Values.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_session_continues_in_another_category_and_past_9999()
    {
        string[] files =
        [
            "Pronouns/40. I/MVI_9997.MOV",
            "Pronouns/41. you/MVI_9998.MOV",
            "Pronouns/42. he/MVI_9999.MOV",
            "Pronouns/43. she/MVI_0001.MOV",
            "Pronouns/44. it/MVI_0002.MOV",
        ];
        Assert.Equal(["9997-10001"], SessionFinder.Find(files).Values.Distinct());

        string[] extended = [.. TwoSigners[..12], "Clothes/1. Hat/MVI_2014.MOV", "Clothes/2. Cap/MVI_2015.MOV"];
        Assert.Equal(["2000-2015"], SessionFinder.Find(extended).Values.Distinct());
    }

    [Fact]
    public void Overlapping_numbers_of_two_cameras_are_one_session()
    {
        string[] files =
        [
            .. Enumerable.Range(0, 12).Select(i => $"Animals/{1 + (i / 3)}. {"ABCD"[i / 3]}/MVI_{2000 + i}.MOV"),
            .. Enumerable.Range(0, 12).Select(i => $"Animals/{1 + (i / 3)}. {"ABCD"[i / 3]}/MVI_{2005 + i}_.MOV"),
        ];

        Assert.Single(SessionFinder.Find(files).Values.Distinct());
    }

    private static int Number(IncludeClip clip) => int.Parse(clip.Name.Stem[4..], System.Globalization.CultureInfo.InvariantCulture);
}

using Hasta.TestKit.Training;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Strangers;

namespace Hasta.Training.Tests.Evaluation.Strangers;

public sealed class StrangersDataTests
{
    private static readonly StrangerSource[] Sources =
        [.. "abc".Select(name => new StrangerSource($"{name}", true, SourceHalf.Choose, true))];

    private static readonly LoadedClip Any = SmallCorpus.Training(takes: 1)[0];

    private static readonly StrangersData Data = new(
    [
        (Sources[0], Clip("everybody")), (Sources[1], Clip("everybody")), (Sources[2], Clip("everybody")),
        (Sources[0], Clip("two")), (Sources[1], Clip("two")),
        (Sources[0], Clip("only a")), (Sources[0], Clip("only a")),
    ]);

    [Fact]
    public void A_word_is_known_if_two_training_sources_have_it()
    {
        Assert.Equal(["everybody"], Data.KnownGlosses(source => source != Sources[0]));
        Assert.Equal(["everybody", "two"], Data.KnownGlosses(source => source != Sources[2]));
        Assert.Empty(Data.KnownGlosses(source => source == Sources[2]));
    }

    [Fact]
    public void Tested_are_known_words_and_words_that_no_training_source_has()
    {
        // "two" is neither: one other source has it.
        Assert.Equal(["everybody", "only a", "only a"], Data.Tested(Sources[0], source => source != Sources[0]).Select(clip => clip.Gloss));
        Assert.Equal(["everybody"], Data.Tested(Sources[2], source => source != Sources[2]).Select(clip => clip.Gloss));
    }

    private static LoadedClip Clip(string gloss) => Any with { Gloss = gloss };
}

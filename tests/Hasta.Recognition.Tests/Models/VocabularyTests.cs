using Hasta.Recognition.Models;

namespace Hasta.Recognition.Tests.Models;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("Hello", 0)]
    [InlineData("hello", 1)]
    [InlineData("नमस्ते", 2)]
    [InlineData("HELLO", -1)]
    public void A_gloss_keeps_its_index_and_an_unknown_gloss_has_none(string gloss, int index) =>
        Assert.Equal(index, new Vocabulary(["Hello", "hello", "नमस्ते"]).IndexOf(gloss));

    [Theory]
    [InlineData("only one")]
    [InlineData("twice", "twice")]
    [InlineData]
    public void Fewer_than_two_distinct_glosses_are_rejected(params string[] glosses) =>
        Assert.Throws<ArgumentException>(() => new Vocabulary(glosses));

    [Fact]
    public void Glosses_of_an_older_model_are_composed()
    {
        var vocabulary = new Vocabulary(["cafe\u0301", "Bye"]);

        Assert.Equal(["caf\u00E9", "Bye"], vocabulary.Glosses);
        Assert.Equal(0, vocabulary.IndexOf("caf\u00E9"));
    }

    [Fact]
    public void An_older_model_that_learned_two_forms_as_two_glosses_still_loads() =>
        Assert.Equal(1, new Vocabulary(["cafe\u0301", "caf\u00E9"]).IndexOf("caf\u00E9"));
}

using Hasta.Models;

namespace Hasta.Tests.Models;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData("Hello", 0)]
    [InlineData("hello", 1)]
    [InlineData("नमस्ते", 2)]
    [InlineData("HELLO", -1)]
    public void A_gloss_keeps_its_place_and_an_unknown_one_has_none(string gloss, int place) =>
        Assert.Equal(place, new Vocabulary(["Hello", "hello", "नमस्ते"]).IndexOf(gloss));

    [Theory]
    [InlineData("only one")]
    [InlineData("twice", "twice")]
    [InlineData]
    public void Fewer_than_two_different_glosses_are_no_vocabulary(params string[] glosses) =>
        Assert.Throws<ArgumentException>(() => new Vocabulary(glosses));
}

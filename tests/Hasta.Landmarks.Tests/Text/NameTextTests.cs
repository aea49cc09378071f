using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Tests.Text;

public sealed class NameTextTests
{
    [Theory]
    [InlineData("\u00A0Jose\u0301\u200B ", "Jos\u00E9")]
    [InlineData("\uFEFFAsha\t", "Asha")]
    [InlineData("\u0D05\u0D35\u0D28\u0D4D\u200D", "\u0D05\u0D35\u0D28\u0D4D\u200D")] // a Malayalam chillu ends with ZWJ
    [InlineData("good\u00A0morning", "good\u00A0morning")]
    [InlineData("\u200B\u00A0", "")]
    public void A_clean_name_is_composed_and_trimmed(string name, string clean) => Assert.Equal(clean, NameText.Clean(name));

    [Theory]
    [InlineData("Hello", "hello")]
    [InlineData("good morning", "Good\u00A0 Morning")]
    [InlineData("\u0915\u094D\u200D\u0937", "\u0915\u094D\u0937")]
    [InlineData("\uFF21sha", "asha")]
    [InlineData("\u00C9mile", "e\u0301mile")]
    [InlineData("\u03A3\u039F\u03A3", "\u03C3\u03BF\u03C2")]
    public void Nearly_equal_names_have_the_same_fold(string one, string other) => Assert.Equal(NameText.Fold(one), NameText.Fold(other));

    [Theory]
    [InlineData("cafe", "caf\u00E9")]
    [InlineData("S1", "S11")]
    public void Different_names_have_different_folds(string one, string other) => Assert.NotEqual(NameText.Fold(one), NameText.Fold(other));

    [Fact]
    public void Invisible_characters_are_shown() => Assert.Equal("\"a<U+00A0>b <U+200D>\"", NameText.Show("a\u00A0b \u200D"));
}

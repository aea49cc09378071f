using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Tests.Text;

public sealed class NfcTests
{
    [Theory]
    [InlineData("Jose\u0301", "Jos\u00E9")]
    [InlineData("\u095B\u0930\u0942\u0930", "\u091C\u093C\u0930\u0942\u0930")] // a composition exclusion: stays decomposed
    [InlineData("\u0928\u093C", "\u0929")] // a nukta that is composed
    [InlineData("\u0B47\u0B3E", "\u0B4B")] // a two-part Odia vowel sign
    [InlineData("s\u0307\u0323", "\u1E69")] // marks out of order
    [InlineData("a\u0315\u0300", "\u00E0\u0315")] // a mark of another class between
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00")] // Hangul
    [InlineData("\u212B", "\u00C5")] // a singleton
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("plain", "plain")]
    [InlineData("क्\u200Dष", "क्\u200Dष")]
    public void Text_is_composed(string text, string composed)
    {
        Assert.Equal(composed, Nfc.Normalize(text));
        Assert.Equal(composed, Nfc.Normalize(composed));
    }

    [Fact]
    public void A_lone_surrogate_does_not_crash() => Assert.Equal("\uFFFD\u00E9", Nfc.Normalize("\uD800e\u0301"));
}

using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Tests.Text;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+91 98")]
    [InlineData("-2")]
    [InlineData("@sum")]
    [InlineData("\tx")]
    [InlineData("\r=x")]
    [InlineData("\n=x")]
    [InlineData(" =x")]
    [InlineData("＝1+1")]
    [InlineData("'=x")]
    [InlineData("''=x")]
    public void Text_that_looks_like_a_formula_gets_an_apostrophe_and_is_restored(string text)
    {
        Assert.Equal("'" + text, SpreadsheetText.Protect(text));
        Assert.Equal(text, SpreadsheetText.Restore(SpreadsheetText.Protect(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("'Hello'")]
    [InlineData("'")]
    [InlineData("a=b")]
    [InlineData("नमस्ते")]
    public void Other_text_is_unchanged(string text) =>
        Assert.Equal((text, text), (SpreadsheetText.Protect(text), SpreadsheetText.Restore(text)));
}

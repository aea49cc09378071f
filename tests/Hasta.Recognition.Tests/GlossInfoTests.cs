using System.Text;

namespace Hasta.Recognition.Tests;

public sealed class GlossInfoTests
{
    [Theory]
    [InlineData("Thankyou", "Thank you", "Greetings")]
    [InlineData("thankyou", "Thank you", "Greetings")]
    [InlineData("big large", "Big / large", "Adjectives")]
    public void A_gloss_is_found_in_any_case(string gloss, string display, string category)
    {
        GlossInfo info = GlossInfo.Find(gloss)!;

        Assert.Equal((display, category), (info.Display, info.Category));
    }

    [Fact]
    public void Other_glosses_are_shown_as_they_are()
    {
        Assert.Null(GlossInfo.Find("quaternion"));
        Assert.Equal("quaternion", GlossInfo.DisplayOf("quaternion"));
    }

    [Fact]
    public void Every_word_of_the_shipped_model_is_on_the_list_in_Devanagari()
    {
        using SignRecognizer recognizer = new(Hasta.Recognition.Models.RecognitionModel.Load(ShippedModel.Find()));

        Assert.All(recognizer.Glosses, gloss =>
        {
            GlossInfo info = GlossInfo.Find(gloss)!;
            Assert.All(info.Hindi.EnumerateRunes(), IsDevanagari);
            Assert.True(info.Hindi.IsNormalized(NormalizationForm.FormC));
        });
    }

    private static void IsDevanagari(Rune letter) =>
        Assert.True(letter.Value is >= 0x900 and <= 0x97F || Rune.IsWhiteSpace(letter) || "(),-".Contains((char)letter.Value), $"{letter}");
}

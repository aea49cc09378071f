using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Tests.Text;

public sealed class CountTextTests
{
    [Theory]
    [InlineData(0, "0 clips")]
    [InlineData(1, "1 clip")]
    [InlineData(2, "2 clips")]
    [InlineData(1234, "1234 clips")]
    public void The_noun_agrees_with_the_count(int count, string text) => Assert.Equal(text, CountText.Of(count, "clip"));

    [Fact]
    public void A_plural_can_be_named() =>
        Assert.Equal(("1 person", "3 people"), (CountText.Of(1, "person", "people"), CountText.Of(3, "person", "people")));
}

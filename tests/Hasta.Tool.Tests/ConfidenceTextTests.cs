using Hasta.Tool.Output;

namespace Hasta.Tool.Tests;

public sealed class ConfidenceTextTests
{
    [Theory]
    [InlineData(1, ">99%")]
    [InlineData(0.9901, ">99%")]
    [InlineData(0.99, "99%")]
    [InlineData(0.414, "41%")]
    [InlineData(0, "0%")]
    public void No_answer_is_certain(double confidence, string text) => Assert.Equal(text, ConfidenceText.Format(confidence));
}

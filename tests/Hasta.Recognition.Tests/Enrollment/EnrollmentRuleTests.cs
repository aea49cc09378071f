using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Tests.Enrollment;

public sealed class EnrollmentRuleTests
{
    private static readonly EnrollmentRule Rule = new();

    [Theory]
    [InlineData(0.9, 0.2, true)]
    [InlineData(0.9, 0.9, true)]
    [InlineData(0.6, 0.6, false)]
    [InlineData(0.4, 0.3, false)]
    [InlineData(0.5, 0.1, true)]
    public void An_enrolled_sign_must_be_similar_and_known_words_less_so(double enrolled, double known, bool accepted) =>
        Assert.Equal(accepted, Rule.Accepts(Rule.Score(enrolled, known)));

    [Fact]
    public void A_model_without_known_points_still_has_a_score() =>
        Assert.Equal(0.65 + 0.5, Rule.Score(0.5, double.NegativeInfinity), 1e-9);

    [Fact]
    public void Confidence_rises_with_the_score()
    {
        double[] confidences = [.. new[] { -1.0, 0.1, 0.23, 0.28, 0.35, 1.65 }.Select(EnrollmentRule.Confidence)];

        Assert.Equal(confidences.Order(), confidences);
        Assert.Equal(0.5, confidences[2], 1e-9);
        Assert.InRange(confidences[3], 0.8, 0.82);
        Assert.All(confidences, confidence => Assert.InRange(confidence, 0, 1));
    }
}

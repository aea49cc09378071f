using Hasta.Recognition.Models;
using Hasta.Training.Optimisation;

namespace Hasta.Training.Tests.Optimisation;

public sealed class CalibrationTests
{
    [Fact]
    public void Confidence_becomes_the_fraction_of_correct_answers()
    {
        // Logits that claim 98% for answers of which 3 in 4 are correct.
        (float[] Logits, int Gloss)[] answers = [.. Enumerable.Range(0, 400).Select(i => (new float[] { 4, 0 }, i % 4 == 0 ? 1 : 0))];

        Calibration calibration = Fit(answers);

        Assert.Equal(0.75, Softmax.Compute([4, 0], calibration.Temperature)[0], 0.02);
    }

    [Fact]
    public void Answers_less_confident_than_nearly_all_correct_ones_are_unsure()
    {
        static float[] AmongTen(int i) => [0.1f * i, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        Calibration calibration = Fit([.. Enumerable.Range(1, 100).Select(i => (AmongTen(i), 0))]);

        int refused = Enumerable.Range(1, 100).Count(i =>
            Softmax.Compute(AmongTen(i), calibration.Temperature)[0] < calibration.UnsureBelow);
        Assert.Equal(5, refused);
    }

    [Fact]
    public void With_easy_held_out_clips_an_answer_likelier_than_not_is_sure()
    {
        Calibration calibration = Fit([.. Enumerable.Range(0, 100).Select(_ => (new float[] { 20, 0, 0 }, 0))]);

        Assert.InRange(calibration.UnsureBelow, 0, 0.5);
    }

    [Fact]
    public void The_threshold_separates_wrong_answers_from_correct_ones_if_confidence_can()
    {
        (float[] Logits, int Gloss)[] right = [.. Enumerable.Range(0, 80).Select(i => (new[] { 3 + (0.01f * i), 0 }, 0))];
        (float[] Logits, int Gloss)[] wrong = [.. Enumerable.Range(0, 20).Select(i => (new[] { 1 + (0.01f * i), 0 }, 1))];

        Calibration calibration = Fit([.. right, .. wrong]);

        bool IsSure((float[] Logits, int Gloss) answer) =>
            Softmax.Compute(answer.Logits, calibration.Temperature)[0] >= calibration.UnsureBelow;
        int rightAndSure = right.Count(IsSure);
        Assert.True(rightAndSure >= 75);
        Assert.True(wrong.Count(IsSure) <= 0.05 * (rightAndSure + wrong.Count(IsSure)));
    }

    private static Calibration Fit((float[] Logits, int Gloss)[] answers) =>
        Calibration.Fit([.. answers.Select(answer => answer.Logits)], [.. answers.Select(answer => answer.Gloss)]);
}

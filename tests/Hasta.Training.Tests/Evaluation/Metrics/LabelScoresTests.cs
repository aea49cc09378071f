using System.Text.Json;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation.Metrics;

public sealed class LabelScoresTests
{
    private static readonly string[] Vocabulary = ["Kitchen", "Bathroom", "Pencil"];

    [Theory]
    [InlineData("Kitchen")]
    [InlineData("Bathroom")]
    public void Both_labels_are_scored_whichever_the_data_uses(string gloss)
    {
        LabelScores scores = Evaluate(
            Clip("Home/31. Kitchen/MVI_4899", gloss, "Bathroom"),
            Clip("Home/31. Kitchen/MVI_4898", "Kitchen", "Kitchen"),
            Clip("Home/32. Bathroom/MVI_4900", "Bathroom", "Pencil"),
            Clip("Home/32. Bathroom/MVI_4902", "Bathroom", "Bathroom")).IncludeLabels!;

        Assert.Equal((2, 2 / 4.0, 2 / 4.0), (scores.Clips, scores.Original.Top1, scores.Corrected.Top1));
        Assert.InRange(scores.Corrected.Top1, scores.Corrected.Low, scores.Corrected.High);
    }

    [Fact]
    public void The_json_and_the_page_report_both()
    {
        EvaluationReport report = Evaluate(Clip("Home/31. Kitchen/MVI_4899", "Kitchen", "Bathroom"));

        JsonElement labels = JsonDocument.Parse(EvaluationJson.ToLine(report)).RootElement.GetProperty("includeLabels");
        Assert.Equal(
            (1, 0.0, 1.0),
            (
                labels.GetProperty("clips").GetInt32(),
                labels.GetProperty("original").GetProperty("top1").GetDouble(),
                labels.GetProperty("corrected").GetProperty("top1").GetDouble()));
        Assert.Contains("1 clip is mislabelled", ReportPage.Render(report, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kitchen/MVI_4899", "Kitchen")]
    [InlineData("Home/31. Kitchen/MVI_4899", "Pencil")]
    [InlineData("Home/31. Kitchen/MVI_4898", "Kitchen")]
    public void Other_clips_have_one_label(string clip, string gloss) => Assert.Null(Evaluate(Clip(clip, gloss, "Kitchen")).IncludeLabels);

    private static EvaluationReport Evaluate(params ClipPrediction[] clips) => Evaluator.Evaluate(Verdicts.Header, Vocabulary, clips, null);

    private static ClipPrediction Clip(string id, string gloss, string predicted) =>
        Verdicts.Clip(gloss, predicted, null, Vocabulary) with { Clip = id };
}

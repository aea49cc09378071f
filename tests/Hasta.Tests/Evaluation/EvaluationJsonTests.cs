using System.Text.Json;
using Hasta.Evaluation;

namespace Hasta.Tests.Evaluation;

/// <summary>The contract of <c>hasta evaluate --json</c>.</summary>
public sealed class EvaluationJsonTests
{
    [Fact]
    public void One_line_holds_the_promised_keys()
    {
        string[] vocabulary = ["Good \"day\"\n", "go"];
        ClipPrediction[] clips = [Verdicts.Clip(vocabulary[0], "go", "A", vocabulary), Verdicts.Clip("go", "go", "B", vocabulary)];
        string line = EvaluationJson.ToLine(Evaluator.Evaluate(Verdicts.Header, vocabulary, clips, 0.5f));

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        string[] keys = [.. json.RootElement.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(
            [
                "clips", "top1", "low", "high", "intervalBy", "top5", "macroF1", "outOfVocabulary", "top1InVocabulary", "unsure", "perSigner", "perGloss",
                "confusions", "model", "parameters", "data", "part", "protocol", "synthetic", "measured", "elapsed", "machine",
            ],
            keys);
        Assert.Equal(0.5, json.RootElement.GetProperty("top1").GetDouble());
        Assert.Equal("signer", json.RootElement.GetProperty("intervalBy").GetString());
        Assert.Equal(["clips", "top1", "low", "high"], json.RootElement.GetProperty("perSigner").GetProperty("B").EnumerateObject().Select(property => property.Name));
        Assert.Equal(0, json.RootElement.GetProperty("perGloss").GetProperty(vocabulary[0]).GetProperty("top1").GetDouble());
        Assert.Equal(2.0 / 3, json.RootElement.GetProperty("perGloss").GetProperty("go").GetProperty("f1").GetDouble());
    }
}

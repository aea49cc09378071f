using System.Text.Json;
using System.Text.Json.Nodes;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks.IO;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation.Report;

/// <summary>The contract of <c>hasta evaluate --json</c>.</summary>
public sealed class EvaluationJsonTests
{
    [Fact]
    public void One_line_contains_the_documented_keys()
    {
        string[] vocabulary = ["Good \"day\"\n", "go"];
        ClipPrediction[] clips = [Verdicts.Clip(vocabulary[0], "go", "A", vocabulary), Verdicts.Clip("go", "go", "B", vocabulary)];
        Leak[] leaks = [.. LeakFinder.Find([ClipIn("MVI_0001", "train"), ClipIn("MVI_0002", "test"), ClipIn("MVI_0003", "train")])];
        EvaluationReport report = Evaluator.Evaluate(
            Verdicts.Header,
            vocabulary,
            [.. clips.Select(clip => clip with { Mirrored = clip.Probabilities })],
            0.5f) with
        { LeakPairs = leaks };
        string line = EvaluationJson.ToLine(report);

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        string[] keys = [.. json.RootElement.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(
            [
                "clips", "top1", "low", "high", "intervalBy", "top5", "top5Interval", "macroF1", "macroF1Interval", "mirrored",
                "outOfVocabulary", "top1InVocabulary", "unsure", "reliability", "perSigner", "perGloss", "confusions", "leaks", "model",
                "parameters", "data", "part", "protocol", "synthetic", "temperature", "measured", "elapsed", "machine",
            ],
            keys);
        Assert.Equal(0.5, json.RootElement.GetProperty("top1").GetDouble());
        Assert.Equal("signer", json.RootElement.GetProperty("intervalBy").GetString());
        Assert.Equal(
            ["clips", "top1", "low", "high"],
            json.RootElement.GetProperty("perSigner").GetProperty("B").EnumerateObject().Select(property => property.Name));
        Assert.Equal(0, json.RootElement.GetProperty("perGloss").GetProperty(vocabulary[0]).GetProperty("top1").GetDouble());
        Assert.Equal(2.0 / 3, json.RootElement.GetProperty("perGloss").GetProperty("go").GetProperty("f1").GetDouble());
        Assert.Equal("""{"top1":0.5,"low":0,"high":1}""", json.RootElement.GetProperty("mirrored").GetRawText());
        Assert.Equal(["low", "high"], json.RootElement.GetProperty("macroF1Interval").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["from", "to", "clips", "right", "confidence"],
            json.RootElement.GetProperty("reliability").GetProperty("bins")[8].EnumerateObject().Select(property => property.Name));
        Assert.Equal("""{"nearTake":{"pairs":2,"clips":1}}""", json.RootElement.GetProperty("leaks").GetRawText());
    }

    [Fact]
    public void The_file_equals_the_line()
    {
        EvaluationReport report = Evaluator.Evaluate(
            Verdicts.Header,
            ["go", "eat"],
            [Verdicts.Clip("go", "go", null, ["go", "eat"])],
            null);

        Assert.Equal(EvaluationJson.ToLine(report), JsonNode.Parse(EvaluationJson.ToText(report))!.ToJsonString(StrictJson.Line));
    }

    private static AssignedClip ClipIn(string clip, string split) => new() { Clip = clip, Set = split, PoseSha256 = clip, Gloss = "go" };
}

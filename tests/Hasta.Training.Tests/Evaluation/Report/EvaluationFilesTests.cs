using System.Text.Json.Nodes;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.TestKit;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation.Report;

public sealed class EvaluationFilesTests : IDisposable
{
    private static readonly string[] Vocabulary = ["Good, \"day\"", "go"];
    private readonly TempFolder folder = new();

    [Fact]
    public void The_page_the_figures_and_the_predictions_are_in_one_folder()
    {
        ClipPrediction[] clips =
        [
            Verdicts.Clip(Vocabulary[0], "go", "A", Vocabulary, confidence: 0.5f) with
            {
                Mirrored = Verdicts.Clip("go", Vocabulary[0], "A", Vocabulary).Probabilities,
            },
            Verdicts.Clip("go", "go", null, Vocabulary, confidence: 0.4f),
            Verdicts.Clip("zebra", "go", "B", Vocabulary),
        ];
        AssignedClip train = new() { Clip = "MVI_0001", Set = "train", PoseSha256 = "a" };
        EvaluationReport report = Evaluator.Evaluate(Verdicts.Header, Vocabulary, clips, 0.5f) with
        {
            LeakPairs = [new Leak(LeakKind.NearTake, train, train with { Clip = clips[1].Clip })],
        };

        new EvaluationFiles(folder.At("new", "my page.html")).Write(report, []);

        Assert.Equal(
            ["my page.html", "my page.json", "predictions.csv"],
            Directory.EnumerateFiles(folder.At("new")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(3, (int)JsonNode.Parse(File.ReadAllText(folder.At("new", "my page.json")))!["clips"]!);
        Assert.Equal<string[]>(
            [
                [clips[0].Clip, Vocabulary[0], "A", "go", "0.5", "2", "0.25", "0", "0", Vocabulary[0], "", ""],
                [clips[1].Clip, "go", "", "go", "0.4", "1", "0.4", "1", "1", "", "nearTake", "MVI_0001"],
                [clips[2].Clip, "zebra", "B", "go", "0.6", "", "", "0", "0", "", "", ""],
            ],
            CsvTable.Read(folder.At("new", "predictions.csv")).Rows.Select(row => row.Cells.ToArray()));
    }

    [Fact]
    public void No_name_becomes_a_formula_in_a_spreadsheet()
    {
        string[] vocabulary = ["=HYPERLINK(1)", "-go"];
        ClipPrediction clip = Verdicts.Clip(vocabulary[0], vocabulary[1], "@me", vocabulary, confidence: 0.5f) with { Clip = "+1" };
        AssignedClip train = new() { Clip = "=a", Set = "train", PoseSha256 = "a" };
        Leak[] leaks = [new Leak(LeakKind.NearTake, train, train with { Clip = clip.Clip, Gloss = vocabulary[0] })];

        new EvaluationFiles(folder.At("page.html")).Write(
            Evaluator.Evaluate(Verdicts.Header, vocabulary, [clip], 0.5f) with { LeakPairs = leaks },
            []);
        LeakFile.Write(folder.Path, leaks);

        string[] cells = ["'+1", "'=HYPERLINK(1)", "'@me", "'-go", "0.5", "2", "0.25", "0", "0", "", "nearTake", "'=a"];
        Assert.Equal(cells, Assert.Single(CsvTable.Read(folder.At("predictions.csv")).Rows).Cells);
        Assert.Equal(
            ["nearTake", "'=HYPERLINK(1)", "'=a", "train", "'+1", "train"],
            Assert.Single(CsvTable.Read(folder.At(LeakFile.Name)).Rows).Cells);
    }

    public void Dispose() => folder.Dispose();
}

using System.Globalization;
using System.Xml.Linq;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Recognition.Features;
using Hasta.TestKit;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Report;

namespace Hasta.Training.Tests.Evaluation.Report;

public sealed class ReportPageTests
{
    private const string Hostile = "<script>alert('x')</script> & \"quoted\"";
    private static readonly CurvePoint[] Curve = [new(1, 2.5, 0.4), new(2, 1.5, 0.7), new(3, 1.2, 0.6)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(263)]
    public void The_page_is_well_formed_at_any_vocabulary_size(int glosses)
    {
        XElement page = Parse(Report([.. Enumerable.Range(0, glosses).Select(i => $"word {i}")]));

        Assert.Equal(glosses > 40 ? 1 : 0, page.Descendants("div").Count(div => (string?)div.Attribute("class") == "scroll map"));
        Assert.Equal(
            glosses switch { 41 => 4, 263 => 8, _ => 1 },
            page.Descendants("table").Count(table => (string?)table.Attribute("class") == "matrix"));
        Assert.Equal(glosses, Section(page, "Glosses").Descendants("tbody").Elements("tr").Count());
        Assert.Equal(glosses > 40, Section(page, "Glosses").Descendants("details").Any());
    }

    [Fact]
    public void Names_from_the_data_are_text_and_never_markup()
    {
        XElement page = Parse(Report([Hostile, "go"]));

        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("th"), cell => cell.Value == Hostile);
        Assert.Contains(page.Descendants("td"), cell => cell.Value.StartsWith(Hostile, StringComparison.Ordinal));
    }

    [Fact]
    public void Control_and_override_characters_in_names_do_not_reach_the_page()
    {
        string page = ReportPage.Render(Report(["a\u001b[2J\u009b\u202eb", "नमस्\u200dते"]), Curve);

        Assert.DoesNotContain(
            page,
            character => (char.IsControl(character) && character is not ('\n' or '\r' or '\t')) || character == '\u202e');
        Assert.Contains("a\ufffd[2J\ufffd\ufffdb", page, StringComparison.Ordinal);
        Assert.Contains("नमस्\u200dते", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script")]
    [InlineData("<link")]
    [InlineData("src=")]
    [InlineData("href=")]
    [InlineData("url(")]
    [InlineData("@import")]
    [InlineData("://")]
    public void Nothing_is_loaded_from_elsewhere(string marker) =>
        Assert.DoesNotContain(marker, ReportPage.Render(Report(["eat", "go"]), Curve), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Only_synthetic_data_is_marked_as_synthetic(bool synthetic, int notes)
    {
        EvaluationReport report = Report(["eat", "go"]);
        XElement page = Parse(report with { Header = report.Header with { Synthetic = synthetic } });

        Assert.Equal(notes, page.Descendants().Count(element => (string?)element.Attribute("role") == "note"));
        Assert.Equal(synthetic, page.Element("head")!.Element("title")!.Value.Contains("synthetic", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_signer_and_every_matrix_cell_shows_the_true_count()
    {
        XElement page = Parse(Report(["eat", "go", "sun"]));

        // Each gloss: once correct by A, once taken for the next gloss by B.
        Assert.Equal(["B", "A"], Section(page, "Signers").Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value));
        XElement matrix = page.Descendants("table").Single(table => (string?)table.Attribute("class") == "matrix");
        string[] order = [.. matrix.Descendants("thead").Descendants("span").Select(name => name.Value)];
        Assert.Equal(["eat", "go", "sun"], order.Order(StringComparer.Ordinal));
        string[] rows = [.. matrix.Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value)];
        Assert.Equal(order, rows);
        string[] next = ["eat", "go", "sun", "eat"];
        Assert.All(matrix.Descendants("tbody").Elements("tr"), row =>
        {
            string gloss = row.Element("th")!.Value;
            string other = next[Array.IndexOf(next, gloss) + 1];
            Assert.Equal(
                order.Select(column => column == gloss || column == other ? "1" : ""),
                row.Elements("td").Select(cell => cell.Value));
        });
    }

    [Fact]
    public void The_map_of_many_glosses_marks_and_names_each_pair_once_and_close_ups_count_the_rest()
    {
        XElement section = Section(Parse(Mixed()), "Confusions");
        XElement map = section.Descendants("div").Single(div => (string?)div.Attribute("class") == "scroll map");
        XElement closeUp = section.Descendants("table").First(table => (string?)table.Attribute("class") == "matrix");

        Assert.Equal(60 + 30, map.Descendants("rect").Count());
        Assert.Contains(map.Descendants("title"), title => title.Value == "word 0 mistaken for word 30: 1 of 3");
        Assert.Equal(8, section.Descendants("table").Count(table => (string?)table.Attribute("class") == "matrix"));
        Assert.Equal("others", closeUp.Descendants("thead").Descendants("span").Last().Value);
        Assert.Equal([2, 3], closeUp.Descendants("tbody").Elements("tr").Select(Sum).Order());
    }

    [Fact]
    public void A_report_of_263_glosses_stays_small()
    {
        string[] vocabulary = [.. Enumerable.Range(0, 263).Select(i => $"a rather long name of a word {i}")];
        var random = new Random(1);
        ClipPrediction[] clips =
        [
            .. Enumerable.Range(0, 817).Select(i =>
                Verdicts.Clip(
                    vocabulary[i % 263],
                    vocabulary[random.Next(3) == 0 ? random.Next(263) : i % 263],
                    $"signer {i % 7}",
                    vocabulary)),
        ];
        EvaluationReport report = Evaluator.Evaluate(Verdicts.Header, vocabulary, clips, 0.5f);
        ClipDrawing picture = Picture(new Puppet());
        string page = ReportPage.Render(
            report with { Worst = [.. report.Verdicts.Take(8).Select(verdict => new WorstClip(verdict, picture, picture))] },
            Curve);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 100_000, 1_000_000);
    }

    [Fact]
    public void A_wrong_clip_is_drawn_next_to_one_of_the_predicted_gloss_and_an_unseen_hand_is_faint_or_absent()
    {
        EvaluationReport report = Report(["eat", "go"]);
        ClipVerdict wrong = report.Verdicts.First(verdict => !verdict.IsRight);
        ClipDrawing half = Picture(new Puppet { SeesHand = (time, right) => right && time < 15 });
        XElement page = Parse(report with { Worst = [new WorstClip(wrong, half, Picture(new Puppet()))] });
        XElement[] strips = [.. page.Descendants("div").Where(div => (string?)div.Attribute("class") == "strip")];

        Assert.Equal([6, 6], strips.Select(strip => strip.Elements("svg").Count()));
        Assert.Equal(
            ["righthand", "righthand", "righthand", "righthand guessed", "righthand guessed", "righthand guessed"],
            Classes(strips[0]));
        Assert.Equal(6, Classes(strips[1]).Count(name => name == "lefthand"));
        Assert.DoesNotContain("NaN", page.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            page.Descendants("article").Elements("p"),
            line => line.Value == "eat, mistaken for go with 60% confidence; the true gloss ranked 2nd");
    }

    [Fact]
    public void The_confidence_charts_count_every_clip_and_state_their_bins_and_source()
    {
        XElement section = Section(Parse(Report(["eat", "go"])), "Confidence");

        Assert.Contains("15 bins of equal width (Guo et al. 2017)", section.Value, StringComparison.Ordinal);
        Assert.Contains("(ECE) 10%", section.Value, StringComparison.Ordinal);
        Assert.Contains(
            section.Descendants("title"),
            title => title.Value.EndsWith(": 2 of 4 clips right, mean confidence 60%", StringComparison.Ordinal));
        Assert.Contains(section.Descendants("title"), title => title.Value.EndsWith(": 2 right, 2 wrong", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_inflated_by_leaks_are_marked()
    {
        EvaluationReport report = Report(["eat", "go"]);
        AssignedClip train = new() { Clip = "MVI_0001", Set = "train", PoseSha256 = "a" };
        XElement leaking = Parse(
            report with { LeakPairs = [new Leak(LeakKind.NearTake, train, train with { Clip = "MVI_0002", Set = "test" })] });

        Assert.Contains(
            "1 of the 4 clips have a near-take",
            leaking.Descendants("p").Single(note => (string?)note.Attribute("class") == "leak").Value,
            StringComparison.Ordinal);
        Assert.DoesNotContain(Parse(report).Descendants("p"), note => (string?)note.Attribute("class") == "leak");
    }

    [Fact]
    public void The_curve_omits_values_that_are_not_finite()
    {
        CurvePoint[] broken = [.. Curve, new(4, double.NaN, 0.5), new(5, double.PositiveInfinity, 0.5), new(6, 1, 0.5)];
        XElement page = XElement.Parse(Body(ReportPage.Render(Report(["eat", "go"]), broken)));
        string[] lines =
        [
            .. page.Descendants("path")
                .Where(path => (string?)path.Attribute("class") == "line")
                .Select(path => path.Attribute("d")!.Value),
        ];

        Assert.Equal([1, 2], lines.Select(line => line.Count(character => character == 'M')));
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_curve_there_is_no_chart() =>
        Assert.DoesNotContain("Training curve", ReportPage.Render(Report(["eat", "go"]), []), StringComparison.Ordinal);

    private static EvaluationReport Report(string[] vocabulary)
    {
        var right = vocabulary.Select(gloss => Verdicts.Clip(gloss, gloss, "A", vocabulary));
        var wrong = vocabulary.Select((gloss, i) => Verdicts.Clip(gloss, vocabulary[(i + 1) % vocabulary.Length], "B", vocabulary));
        return Evaluator.Evaluate(Verdicts.Header, vocabulary, [.. right, .. wrong], 0.5f);
    }

    /// <summary>60 glosses, each correct twice; the first 30 also once taken for the gloss 30 places later.</summary>
    private static EvaluationReport Mixed()
    {
        string[] vocabulary = [.. Enumerable.Range(0, 60).Select(i => $"word {i}")];
        var right = vocabulary.SelectMany(gloss => Enumerable.Repeat(Verdicts.Clip(gloss, gloss, "A", vocabulary, confidence: 1), 2));
        var wrong = vocabulary.Take(30).Select((gloss, i) => Verdicts.Clip(gloss, vocabulary[i + 30], "B", vocabulary, confidence: 1));
        return Evaluator.Evaluate(Verdicts.Header, vocabulary, [.. right, .. wrong], 0.5f);
    }

    private static ClipDrawing Picture(Puppet puppet) =>
        new("a clip", "Asha", 2.5, new SequenceNormalizer(new FeatureConfig()).Extract(puppet.Sign()));

    private static IEnumerable<string> Classes(XElement strip) =>
        strip.Descendants("path").Select(path => (string?)path.Attribute("class")).OfType<string>();

    private static int Sum(XElement row) =>
        row.Elements("td").Sum(cell => cell.Value.Length == 0 ? 0 : int.Parse(cell.Value, CultureInfo.InvariantCulture));

    private static XElement Parse(EvaluationReport report) => XElement.Parse(Body(ReportPage.Render(report, Curve)));

    private static string Body(string page) => page[page.IndexOf("<html", StringComparison.Ordinal)..];

    private static XElement Section(XElement page, string title) =>
        page.Descendants("section").Single(section => section.Element("h2")!.Value == title);
}

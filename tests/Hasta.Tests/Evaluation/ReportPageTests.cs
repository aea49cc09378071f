using System.Xml.Linq;
using Hasta.Evaluation;

namespace Hasta.Tests.Evaluation;

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
    public void The_page_is_well_formed_and_reads_at_any_vocabulary_size(int glosses)
    {
        XElement page = Parse(Report([.. Enumerable.Range(0, glosses).Select(i => $"word {i}")]));

        Assert.Equal(glosses <= 40 ? 1 : 0, page.Descendants("table").Count(table => (string?)table.Attribute("class") == "matrix"));
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

    [Theory]
    [InlineData("<script")]
    [InlineData("<link")]
    [InlineData("src=")]
    [InlineData("href=")]
    [InlineData("url(")]
    [InlineData("@import")]
    [InlineData("://")]
    public void Nothing_is_loaded_from_elsewhere(string way) =>
        Assert.DoesNotContain(way, ReportPage.Render(Report(["eat", "go"]), Curve), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Synthetic_data_is_said_loudly_and_only_then(bool synthetic, int notes)
    {
        EvaluationReport report = Report(["eat", "go"]);
        XElement page = Parse(report with { Header = report.Header with { Synthetic = synthetic } });

        Assert.Equal(notes, page.Descendants().Count(element => (string?)element.Attribute("role") == "note"));
        Assert.Equal(synthetic, page.Descendants("title").Single().Value.Contains("synthetic", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_signer_and_every_matrix_cell_tells_the_true_count()
    {
        XElement page = Parse(Report(["eat", "go", "sun"]));

        // Each gloss: once right by A, once by B taken for the next gloss.
        Assert.Equal(["B", "A"], Section(page, "Signers").Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value));
        XElement matrix = page.Descendants("table").Single(table => (string?)table.Attribute("class") == "matrix");
        Assert.Equal(["eat110", "go011", "sun101"], matrix.Descendants("tbody").Elements("tr").Select(Cells));
    }

    [Fact]
    public void The_curve_leaves_out_what_is_not_a_number()
    {
        CurvePoint[] broken = [.. Curve, new(4, double.NaN, 0.5), new(5, double.PositiveInfinity, 0.5), new(6, 1, 0.5)];
        XElement page = XElement.Parse(Body(ReportPage.Render(Report(["eat", "go"]), broken)));
        string[] lines = [.. page.Descendants("path").Where(path => (string?)path.Attribute("class") == "line").Select(path => path.Attribute("d")!.Value)];

        Assert.Equal([1, 2], lines.Select(line => line.Count(letter => letter == 'M')));
        Assert.DoesNotContain(lines, line => line.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_curve_there_is_no_chart() =>
        Assert.DoesNotContain("<svg", ReportPage.Render(Report(["eat", "go"]), []), StringComparison.Ordinal);

    private static EvaluationReport Report(string[] vocabulary)
    {
        var right = vocabulary.Select(gloss => Verdicts.Clip(gloss, gloss, "A", vocabulary));
        var wrong = vocabulary.Select((gloss, i) => Verdicts.Clip(gloss, vocabulary[(i + 1) % vocabulary.Length], "B", vocabulary));
        return Evaluator.Evaluate(Verdicts.Header, vocabulary, [.. right, .. wrong], 0.5f);
    }

    private static XElement Parse(EvaluationReport report) => XElement.Parse(Body(ReportPage.Render(report, Curve)));

    private static string Body(string page) => page[page.IndexOf("<html", StringComparison.Ordinal)..];

    private static XElement Section(XElement page, string title) => page.Descendants("section").Single(section => section.Element("h2")!.Value == title);

    private static string Cells(XElement row) => string.Concat(row.Elements().Select(cell => cell.Value.Length == 0 ? "0" : cell.Value));
}

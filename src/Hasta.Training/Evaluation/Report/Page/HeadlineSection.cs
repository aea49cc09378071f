using Hasta.Training.Evaluation.Metrics;

namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>The one figure, how sure it is, and the few that stand beside it.</summary>
internal static class HeadlineSection
{
    public static Html Write(EvaluationReport report) => Html.From($"""
        <header>
        <p class="brand">Hasta · evaluation report</p>
        {Warning(report)}
        {LeakNote.Write(report)}
        <h1><span class="figure">{Format.Percent(report.Top1)}</span> of {Format.Count(report.Clips, "clip", "clips")} named right at the first guess</h1>
        {Scale(report)}
        <p class="lead">With 95% confidence the accuracy lies between <b>{Format.Percent(report.Low)}</b> and <b>{Format.Percent(report.High)}</b>, {Basis(report)}.</p>
        <p class="lead">Protocol: {report.Header.Protocol}.</p>
        {LabelNote.Write(report.IncludeLabels)}
        <dl class="cards">
        {Card("Among the first five", Format.Percent(report.Top5), $"top-5; 95% interval {Format.Interval(report.Top5Interval)}")}
        {Card("Mean over glosses", Format.Percent(report.MacroF1), $"macro-F1: each gloss weighs the same; 95% interval {Format.Interval(report.MacroF1Interval)}")}
        {Mirrored(report.Mirrored)}
        {Unsure(report.Unsure)}
        {Unknown(report)}
        </dl>
        </header>
        """);

    private static Html Warning(EvaluationReport report) => report.Header.Synthetic
        ? Html.From($"""<p class="synthetic" role="note"><b>Synthetic data.</b> A program made these clips: no person signs in them. The figures show that the road works and say nothing about real signing.</p>""")
        : Html.Empty;

    private static Html Scale(EvaluationReport report) => Html.From($"""
        <div class="scale" role="img" aria-label="{Format.Percent(report.Top1)}, 95% interval {Format.Interval(new Interval(report.Low, report.High))}">{Bar.Track(report.Top1, report.Low, report.High)}<span>0</span><span>25</span><span>50</span><span>75</span><span>100%</span></div>
        """);

    private static string Basis(EvaluationReport report) => report.IntervalBy == IntervalMethod.Signer
        ? $"found by drawing the {report.PerSigner.Count} signers again and again: clips of one person resemble each other"
        : "if every clip were a stranger's: fewer than two signers are known, so for new people it is too narrow";

    private static Html Mirrored(MirroredScore? mirrored) => mirrored is null
        ? Html.Empty
        : Card("From a flipped camera", Format.Percent(mirrored.Top1), $"top-1 of the same clips with left and right exchanged; 95% interval {Format.Interval(new Interval(mirrored.Low, mirrored.High))}");

    private static Html Unsure(UnsureScore? unsure) => unsure is null
        ? Html.Empty
        : Card("Says “unsure”", Format.Percent(unsure.Rate), $"below {Format.Percent(unsure.Threshold)} confidence; {(unsure.Top1WhenSure is { } right ? Format.Percent(right) + " right otherwise" : "never sure")}");

    private static Html Unknown(EvaluationReport report) => report.OutOfVocabulary == 0
        ? Html.Empty
        : Card("Words it never learnt", Format.Count(report.OutOfVocabulary, "clip", "clips"), $"counted as misses; {(report.Top1InVocabulary is { } top1 ? Format.Percent(top1) + " right on all others" : "there are no others")}");

    private static Html Card(string name, string figure, string note) =>
        Html.From($"<div><dt>{name}</dt><dd><b>{figure}</b><small>{note}</small></dd></div>\n");
}

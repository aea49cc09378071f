namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Finished markup. Only <see cref="From"/> converts text to markup, and it escapes interpolated values.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    /// <summary>
    /// <c>Html.From($"&lt;td&gt;{gloss}&lt;/td&gt;")</c>: literals are markup, interpolated strings are escaped, interpolated
    /// <see cref="Html"/> is inserted unchanged.
    /// </summary>
    public static Html From(HtmlInterpolation markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> items) => new(string.Concat(items.Select(item => item.Text)));

    public override string ToString() => Text;
}

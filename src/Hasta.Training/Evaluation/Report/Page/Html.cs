namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>Finished markup. Only <see cref="From"/> makes it from text, and that escapes what is filled in.</summary>
/// <param name="Text">The markup.</param>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    /// <summary><c>Html.Of($"&lt;td&gt;{gloss}&lt;/td&gt;")</c>: the literal parts are markup, strings filled in are escaped, Html goes in as it is.</summary>
    public static Html From(HtmlInterpolation parts) => new(parts.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

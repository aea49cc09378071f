using Hasta.Datasets;
using Hasta.Datasets.Clips;
using Hasta.Datasets.Preparation;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Tool.Output;

namespace Hasta.Tool;

/// <summary>Prints what was prepared, and why clips were skipped.</summary>
internal static class PrepareReport
{
    private const int MaxReasons = 10;

    public static void Print(Terminal terminal, string data, PrepareSummary summary)
    {
        double rate = summary.Frames / Math.Max(0.001, summary.Elapsed.TotalSeconds);
        string counts = CountText.Of(summary.Prepared, "clip")
            + $" prepared, {summary.Reused} already prepared, {summary.Skipped.Count} skipped";
        terminal.Out.MarkupLineInterpolated($"{counts}; {summary.InManifest} in [bold]{data}[/]");
        if (summary.Ignored.Count > 0)
        {
            terminal.Out.MarkupLineInterpolated($"Ignored: {IgnoredFiles.Describe(summary.Ignored)}");
        }

        if (summary.Frames > 0)
        {
            string frames = CountText.Of(summary.Frames, "frame");
            terminal.Out.MarkupLineInterpolated($"{frames} in {summary.Elapsed:hh\\:mm\\:ss} ({rate:0.0} frames/s)");
        }

        if (summary.Treated > 0)
        {
            string clips = CountText.Of(summary.Treated, "clip was", "clips were");
            terminal.Out.MarkupLineInterpolated(
                $"{clips} tone-mapped, deinterlaced or cropped, or read from one of several streams (manifest: \"picture\")");
        }

        if (summary.SeveralPeople > 0)
        {
            terminal.WriteError(
                CountText.Of(summary.SeveralPeople, "clip shows", "clips show")
                + " several people at the start (\"people\" in the manifest); one of them is used. "
                + "--region x,y,w,h selects another.");
        }

        foreach ((string clip, PersonChoice person) in summary.WithSeveralPeople.Take(MaxReasons))
        {
            terminal.Error.MarkupLineInterpolated($"{clip}: {PeopleNote.Format(person)}");
        }

        if (summary.WithSeveralPeople.Count > MaxReasons)
        {
            string more = CountText.Of(summary.WithSeveralPeople.Count - MaxReasons, "more clip");
            terminal.Error.MarkupLineInterpolated($"... {more} with several people");
        }

        foreach (SkippedClip clip in summary.Skipped.Take(MaxReasons))
        {
            terminal.Error.MarkupLineInterpolated($"[yellow]skipped[/] {clip.Reason}");
        }

        if (summary.Skipped.Count > MaxReasons)
        {
            string list = Path.Combine(data, "skipped.jsonl");
            terminal.Error.MarkupLineInterpolated($"... {summary.Skipped.Count - MaxReasons} more: see {list}");
        }

        if (!summary.IsUsable)
        {
            terminal.WriteError("no clip could be used; the reasons are above.");
        }
    }
}

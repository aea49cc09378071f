using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition;
using Hasta.Tool.Output;

namespace Hasta.Tool.Enrollment;

/// <summary>Prints what was enrolled; warnings go to standard error.</summary>
internal static class EnrollPrinter
{
    public static void Print(Terminal terminal, EnrollLine line, bool json)
    {
        foreach (RejectedClip clip in line.Rejected)
        {
            terminal.WriteError($"{clip.Clip}: not enrolled: {clip.Reason}");
        }

        foreach (string clip in line.Unlike)
        {
            terminal.WriteError($"{clip}: unlike the other recordings of {line.Gloss}. Is it the same sign, in the same variant?");
        }

        if (line.Similar.Count > 0)
        {
            string similar = string.Join(", ", line.Similar.Select(match => GlossInfo.DisplayOf(match.Gloss)));
            terminal.WriteError($"{line.Gloss} is similar to {similar}: they may be confused.");
        }

        if (line.MoreRecordings > 0)
        {
            terminal.WriteError($"{CountText.Of(line.MoreRecordings, "more recording")} of {line.Gloss} would help.");
        }

        if (json)
        {
            terminal.Answers.WriteLine(JsonSerializer.Serialize(line, StrictJson.Line));
        }
        else if (line.Added > 0)
        {
            terminal.Out.MarkupLineInterpolated($"[bold]{line.Gloss}[/]: {CountText.Of(line.Recordings, "recording")}");
        }
    }
}

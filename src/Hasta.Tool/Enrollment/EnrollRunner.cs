using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Recognition;
using Hasta.Recognition.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool.Enrollment;

/// <summary>Reads recordings, compares them with other signs, and adds what can be used to the library.</summary>
internal static class EnrollRunner
{
    /// <returns>One per sign, in the order of the request.</returns>
    /// <exception cref="HastaException">No recording can be used, a name cannot be used, or the model cannot compare signs.</exception>
    public static async Task<IReadOnlyList<EnrollLine>> RunAsync(
        Terminal terminal, EnrollRequest request, CancellationToken cancellationToken)
    {
        var library = SignLibrary.Open(request.Library);
        ConsentPrompt.Require(terminal, library, request.Signer, request.HasConsent);
        var options = new SignRecognizerOptions { Library = library };
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(request.Model, options, cancellationToken);
        if (recognizer.EnrollmentWarning is { } obstacle)
        {
            throw new EnrollmentUnavailableException(obstacle);
        }

        List<EnrollLine> lines = await ProgressBar.RunAsync(
            terminal, "Enrolling", progress => ReadAsync(recognizer, request, progress, cancellationToken));
        NewSign[] signs =
        [
            .. lines.Where(line => line.Usable.Count > 0)
                .Select(line => new NewSign { Gloss = line.Gloss, Signer = request.Signer, Clips = line.Usable }),
        ];
        if (signs.Length == 0)
        {
            throw new UsageException($"No recording could be used: {lines[0].Rejected[0].Reason} ({lines[0].Rejected[0].Clip}).");
        }

        library.Add(signs);
        var counts = library.Signs.ToDictionary(sign => sign.Gloss, sign => sign.Clips, StringComparer.Ordinal);
        return [.. lines.Select(line => line with { Recordings = counts.GetValueOrDefault(NameText.Clean(line.Gloss)) })];
    }

    private static async Task<List<EnrollLine>> ReadAsync(
        SignRecognizer recognizer, EnrollRequest request, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        int total = request.Signs.Sum(sign => sign.Clips.Count);
        int done = 0;
        var lines = new List<EnrollLine>();
        foreach ((string gloss, IReadOnlyList<string> clips) in request.Signs)
        {
            var read = new List<EnrollmentClip>();
            var damaged = new List<RejectedClip>();
            foreach (string clip in clips)
            {
                try
                {
                    read.Add(await recognizer.ReadClipAsync(clip, cancellationToken));
                }
                catch (BadFileException error)
                {
                    damaged.Add(new RejectedClip(clip, error.Message));
                }

                progress.Report(new WorkProgress(++done, total, ""));
            }

            EnrollLine line = EnrollLine.From(gloss, recognizer.CheckSign(gloss, read), damaged);
            lines.Add(request.IsDictionary ? line with { Similar = [], MoreRecordings = 0 } : line);
        }

        return lines;
    }
}

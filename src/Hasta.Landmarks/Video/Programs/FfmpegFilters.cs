using System.Collections.Concurrent;

namespace Hasta.Landmarks.Video.Programs;

/// <summary>The filters that a build of ffmpeg has; queried once per process.</summary>
internal static class FfmpegFilters
{
    private const int MaxAnswerBytes = 1 << 20;

    private static readonly ConcurrentDictionary<string, Task<IReadOnlySet<string>>> Cache = new(StringComparer.Ordinal);

    /// <summary>The names of all filters; empty if ffmpeg does not answer.</summary>
    public static Task<IReadOnlySet<string>> OfAsync(Ffmpeg ffmpeg) => Cache.GetOrAdd(ffmpeg.Program, ReadAsync);

    private static async Task<IReadOnlySet<string>> ReadAsync(string program)
    {
        try
        {
            await using ChildProcess child = ChildProcess.Start(program, ["-hide_banner", "-filters"], _ => { });
            string answer = await child.ReadTextAsync(TimeSpan.FromSeconds(30), MaxAnswerBytes, CancellationToken.None);
            return answer.Split('\n')
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 2)
                .Select(words => words[1])
                .ToHashSet();
        }
        catch (TimeoutException)
        {
            return new HashSet<string>();
        }
    }
}

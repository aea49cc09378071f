using System.Collections.Concurrent;
using System.Diagnostics;
using Hasta.Datasets.Clips;
using Hasta.Landmarks;

namespace Hasta.Datasets.Preparation;

/// <summary>Counts what one prepare invocation does, from several threads.</summary>
internal sealed class PrepareTally
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly ConcurrentBag<(int Order, SkippedClip Clip)> skipped = [];
    private readonly ConcurrentBag<(string Clip, PersonChoice Person)> crowded = [];
    private int prepared;
    private int reused;
    private int frames;
    private int treated;
    private int severalPeople;

    public int SkippedCount => skipped.Count;

    /// <summary>In the order of the clips.</summary>
    public IReadOnlyList<SkippedClip> Skipped => [.. skipped.OrderBy(entry => entry.Order).Select(entry => entry.Clip)];

    public void Skip(int order, SkippedClip clip) => skipped.Add((order, clip));

    public void Reuse(ManifestEntry entry)
    {
        Interlocked.Increment(ref reused);
        Count(entry);
    }

    public void Prepare(Clip clip, ManifestEntry entry, PersonChoice? person)
    {
        Interlocked.Increment(ref prepared);
        Interlocked.Add(ref frames, entry.Frames);
        Count(entry);
        if (person is not null)
        {
            crowded.Add((clip.Path, person));
        }
    }

    /// <param name="inManifest">Clips in the data folder now.</param>
    public PrepareSummary Summarize(int inManifest) => new()
    {
        Prepared = prepared,
        Reused = reused,
        Skipped = Skipped,
        Treated = treated,
        SeveralPeople = severalPeople,
        WithSeveralPeople = [.. crowded.OrderBy(clip => clip.Clip, StringComparer.Ordinal)],
        InManifest = inManifest,
        Frames = frames,
        Elapsed = Stopwatch.GetElapsedTime(started),
    };

    private void Count(ManifestEntry entry)
    {
        Interlocked.Add(ref treated, entry.Picture is null ? 0 : 1);
        Interlocked.Add(ref severalPeople, entry.People > 1 ? 1 : 0);
    }
}

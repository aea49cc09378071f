namespace Hasta.Pictures.KeptFrames;

/// <summary>
/// A few items chosen evenly from a stream of unknown length, in one pass: every item is kept until there are too many, then every second, every
/// fourth and so on. Headers that lie about the number of frames cannot mislead it.
/// </summary>
/// <param name="wanted">How many at the end.</param>
internal sealed class EvenSample<T>(int wanted) : IDisposable
    where T : IDisposable
{
    // So much to spare keeps every choice within a quarter of a step of where it should be.
    private const int KeptPerWanted = 4;

    private readonly List<T> kept = [];
    private int stride = 1;
    private int seen;

    /// <summary>Makes the item only where it is kept.</summary>
    public void Offer(Func<T> make)
    {
        if (seen++ % stride == 0)
        {
            kept.Add(make());
        }

        if (kept.Count > wanted * KeptPerWanted)
        {
            DropEverySecond();
        }
    }

    /// <summary>For each of <c>wanted</c> equal parts of the stream the item nearest to its middle; all items where there are no more.</summary>
    public IReadOnlyList<T> Choose() => kept.Count <= wanted ? kept : [.. Enumerable.Range(0, wanted).Select(Middle)];

    public void Dispose() => kept.ForEach(item => item.Dispose());

    private T Middle(int part)
    {
        double item = (part + 0.5) * seen / wanted;
        return kept[Math.Min((int)Math.Round(item / stride), kept.Count - 1)];
    }

    private void DropEverySecond()
    {
        for (int i = 1; i < kept.Count; i++)
        {
            kept[i].Dispose();
            kept.RemoveAt(i);
        }

        stride *= 2;
    }
}

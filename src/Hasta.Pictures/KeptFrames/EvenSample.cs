namespace Hasta.Pictures.KeptFrames;

/// <summary>
/// Chooses items evenly from a stream of unknown length in one pass: keeps every item until there are too many, then every second, every
/// fourth and so on. It does not depend on the frame count in the header, which may be wrong.
/// </summary>
/// <param name="count">The number of items to choose.</param>
internal sealed class EvenSample<T>(int count) : IDisposable
    where T : IDisposable
{
    // With this margin each chosen item is within a quarter of a step of its ideal position.
    private const int KeptPerChosen = 4;

    private readonly List<T> kept = [];
    private int stride = 1;
    private int seen;

    /// <summary>Offers the next item; <paramref name="create"/> is called only if the item is kept.</summary>
    public void Offer(Func<T> create)
    {
        if (seen++ % stride == 0)
        {
            kept.Add(create());
        }

        if (kept.Count > count * KeptPerChosen)
        {
            DropEverySecond();
        }
    }

    /// <summary>
    /// Returns the item nearest to the middle of each of <c>count</c> equal segments of the stream; all items if there are no more.
    /// </summary>
    public IReadOnlyList<T> Choose() => kept.Count <= count ? kept : [.. Enumerable.Range(0, count).Select(Middle)];

    public void Dispose() => kept.ForEach(item => item.Dispose());

    private T Middle(int segment)
    {
        double item = (segment + 0.5) * seen / count;
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

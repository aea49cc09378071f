
namespace Hasta.IncludeSessions;

/// <summary>Blocks of one category that a camera filmed without interruption.</summary>
internal sealed class TakeSequence(string category)
{
    private readonly List<TakeBlock> blocks = [];
    private readonly HashSet<string> glosses = new(StringComparer.Ordinal);

    public string Category => category;

    public IReadOnlyList<TakeBlock> Blocks => blocks;

    public int First => blocks.Min(block => block.First);

    public int Last => blocks.Max(block => block.Last);

    /// <summary>Whether the numbers of two cameras overlap, so that clips cannot be attributed to either.</summary>
    public bool IsInterleaved { get; private set; }

    /// <summary>Glosses of its own category.</summary>
    public IReadOnlySet<string> Glosses => glosses;

    /// <summary>Median number of takes per gloss.</summary>
    public double Takes
    {
        get
        {
            int[] counts = [.. blocks.GroupBy(block => block.Gloss).Select(gloss => gloss.Sum(block => block.Files.Count)).Order()];
            return (counts[(counts.Length - 1) / 2] + counts[counts.Length / 2]) / 2.0;
        }
    }

    public void Add(TakeBlock block)
    {
        IsInterleaved |= blocks.Count > 0 && block.First <= Last;
        blocks.Add(block);
        glosses.Add(block.Gloss);
    }

    public void Join(TakeSequence other) => blocks.AddRange(other.blocks);

    /// <summary>
    /// Whether the other run fits between two neighbouring blocks, or anywhere within this one if cameras cannot be distinguished.
    /// </summary>
    public bool Encloses(TakeSequence other)
    {
        if (IsInterleaved)
        {
            return other.First >= First && other.Last <= Last;
        }

        TakeBlock[] inOrder = [.. blocks.OrderBy(block => block.First)];
        return inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.First.Last < other.First && other.Last < pair.Second.First);
    }
}

using Hasta.Include;
using Hasta.Datasets.Splits;

namespace Hasta.IncludeSessions;

/// <summary>The number of clips per gloss and session, and the sizes of the official splits.</summary>
internal sealed class SessionCounts
{
    private readonly int glosses;
    private readonly (int Session, int Gloss, int Clips)[] counts;
    private readonly int[] table;

    public SessionCounts(string[] sessions, IReadOnlyList<IncludeClip> clips, Func<IncludeClip, Split> official)
    {
        string[] names = [.. clips.Select(clip => clip.Gloss).Distinct().Order(StringComparer.Ordinal)];
        glosses = names.Length;
        table = new int[glosses * 3];
        counts =
        [
            .. clips.CountBy(clip => (clip.Session, clip.Gloss))
                .Select(pair => (Array.IndexOf(sessions, pair.Key.Session), Array.IndexOf(names, pair.Key.Gloss), pair.Value)),
        ];
        Test = clips.Count(clip => official(clip) == Split.Test) / (double)clips.Count;
        Validation = clips.Count(clip => official(clip) == Split.Validation) / (double)clips.Count;
    }

    /// <summary>Size of the official test split as a fraction of all clips, 0..1.</summary>
    public double Test { get; }

    /// <summary>Size of the official validation split as a fraction of all clips, 0..1.</summary>
    public double Validation { get; }

    /// <summary>Clips of each gloss in train, validation and test; valid until the next call.</summary>
    public GlossRows Glosses(Split[] assignment)
    {
        Array.Clear(table);
        foreach ((int session, int gloss, int clips) in counts)
        {
            table[(gloss * 3) + (int)assignment[session]] += clips;
        }

        return new GlossRows(table);
    }

    /// <summary>The table's rows, without copies.</summary>
    public ref struct GlossRows(int[] table)
    {
        private int offset = -3;

        public readonly ReadOnlySpan<int> Current => table.AsSpan(offset, 3);

        public readonly GlossRows GetEnumerator() => this;

        public bool MoveNext() => (offset += 3) < table.Length;
    }
}

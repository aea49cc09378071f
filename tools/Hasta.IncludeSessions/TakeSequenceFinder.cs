using Hasta.Include;
using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Landmarks;

namespace Hasta.IncludeSessions;

/// <summary>
/// Divides one category's clips into runs. A signer went through the list of glosses and filmed some takes of each, then the next signer
/// started the list again: a run ends at a gap in the file numbers, or where the glosses start to repeat.
/// </summary>
internal static partial class TakeSequenceFinder
{
    /// <summary>More missing numbers than this separate two runs; within a run, at most 13 takes in a row were discarded.</summary>
    public const int MaxGap = 15;

    /// <summary>More missing numbers than this separate two blocks of one gloss.</summary>
    private const int MaxGapInBlock = 4;

    /// <summary>The camera's counter wraps from 9999 to 1.</summary>
    private const int CounterSize = 9999;

    public static IReadOnlyList<TakeSequence> Find(string category, IReadOnlyList<string> files)
    {
        TakeBlock[] blocks =
        [
            .. Blocks(files)
                .OrderBy(block => block.First)
                .ThenBy(block => ListNumber(block.Gloss))
                .ThenBy(block => block.Gloss, StringComparer.Ordinal),
        ];
        var runs = new List<TakeSequence>();
        for (int i = 0; i < blocks.Length; i++)
        {
            if (runs.Count == 0 || blocks[i].First - runs[^1].Last > MaxGap || Restarts(runs[^1], blocks, i))
            {
                runs.Add(new TakeSequence(category));
            }

            runs[^1].Add(blocks[i]);
        }

        return runs;
    }

    /// <summary>
    /// Whether two glosses in a row were signed before: one alone is a retake. If the numbers of two cameras overlap, glosses repeat all
    /// the time and this is no evidence: such a run continues to the next gap.
    /// </summary>
    private static bool Restarts(TakeSequence run, TakeBlock[] blocks, int index)
    {
        IReadOnlySet<string> seen = run.Glosses;
        return !run.IsInterleaved && blocks[index].First > run.Last
            && blocks[index].Gloss != run.Blocks[^1].Gloss && seen.Contains(blocks[index].Gloss)
            && index + 1 < blocks.Length && blocks[index + 1].First - blocks[index].Last <= MaxGap
            && blocks[index + 1].Gloss != blocks[index].Gloss && seen.Contains(blocks[index + 1].Gloss);
    }

    private static IEnumerable<TakeBlock> Blocks(IReadOnlyList<string> files)
    {
        int start = StartOf([.. files.Select(NumberOf).Distinct().Order()]);
        foreach (IGrouping<string, string> gloss in files.GroupBy(file => IncludeName.Parse(file)!.Folder))
        {
            (int Number, string File)[] takes =
            [
                .. gloss.Select(file => (Unwrapped(NumberOf(file), start), file))
                    .OrderBy(take => take)
                    .ThenBy(take => take.file, StringComparer.Ordinal),
            ];
            for (int from = 0, i = 1; i <= takes.Length; i++)
            {
                if (i == takes.Length || takes[i].Number - takes[i - 1].Number > MaxGapInBlock)
                {
                    yield return new TakeBlock(
                        gloss.Key, takes[from].Number, takes[i - 1].Number, [.. takes[from..i].Select(take => take.File)]);
                    from = i;
                }
            }
        }
    }

    /// <summary>The category starts after the widest gap in the counter's cycle, because nothing was filmed there.</summary>
    private static int StartOf(int[] numbers) => numbers.Index()
        .MaxBy(number => number.Index == 0 ? numbers[0] + CounterSize - numbers[^1] : number.Item - numbers[number.Index - 1])
        .Item;

    private static int Unwrapped(int number, int start) => number < start ? number + CounterSize : number;

    /// <summary>"MVI_0042" -> 42; also "MVI_005_4 (2)" -> 54, for a few clips that were renamed by hand.</summary>
    private static int NumberOf(string file)
    {
        string digits = CameraName().Match(Path.GetFileName(file)).Groups["digits"].Value.Replace("_", "", StringComparison.Ordinal);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new BadFileException(file, "its name contains no camera number.", "The lists contain only MVI_<number>.");
    }

    private static int ListNumber(string folder) =>
        int.TryParse(folder.Split('.')[0], CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    [GeneratedRegex(@"^MVI_(?<digits>[\d_]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CameraName();
}

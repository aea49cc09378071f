using System.Globalization;
using System.Text.RegularExpressions;
using Hasta.Landmarks;

namespace Hasta.Include.Sessions;

/// <summary>
/// Cuts one category's clips into runs. A signer went through the list of glosses and filmed some takes of each, then the next signer began the list
/// again: a run ends where the file numbers leave a gap, or where the glosses start to return.
/// </summary>
internal static partial class RunFinder
{
    /// <summary>More missing numbers than this part two runs: within them at most 13 takes in a row were thrown away.</summary>
    public const int MaxGap = 15;

    /// <summary>More missing numbers than this part two blocks of one gloss.</summary>
    private const int MaxGapInBlock = 4;

    /// <summary>The camera's counter goes from 9999 to 1.</summary>
    private const int Circle = 9999;

    public static IReadOnlyList<SessionRun> Find(string category, IReadOnlyList<string> files)
    {
        TakeBlock[] blocks = [.. Blocks(files).OrderBy(block => block.First).ThenBy(block => ListPlace(block.Gloss)).ThenBy(block => block.Gloss, StringComparer.Ordinal)];
        var runs = new List<SessionRun>();
        for (int i = 0; i < blocks.Length; i++)
        {
            if (runs.Count == 0 || blocks[i].First - runs[^1].Last > MaxGap || BeginsAgain(runs[^1], blocks, i))
            {
                runs.Add(new SessionRun(category));
            }

            runs[^1].Add(blocks[i]);
        }

        return runs;
    }

    /// <summary>
    /// Two glosses in a row that were signed before: one alone is a retake. Where two cameras' numbers overlap, glosses return all the time and
    /// this tells nothing: such a run continues to the next gap.
    /// </summary>
    private static bool BeginsAgain(SessionRun run, TakeBlock[] blocks, int at)
    {
        IReadOnlySet<string> seen = run.Glosses;
        return !run.IsInterleaved && blocks[at].First > run.Last
            && blocks[at].Gloss != run.Blocks[^1].Gloss && seen.Contains(blocks[at].Gloss)
            && at + 1 < blocks.Length && blocks[at + 1].First - blocks[at].Last <= MaxGap && blocks[at + 1].Gloss != blocks[at].Gloss && seen.Contains(blocks[at + 1].Gloss);
    }

    private static IEnumerable<TakeBlock> Blocks(IReadOnlyList<string> files)
    {
        int start = StartOf([.. files.Select(NumberOf).Distinct().Order()]);
        foreach (IGrouping<string, string> gloss in files.GroupBy(file => IncludeName.Parse(file)!.Folder))
        {
            (int Number, string File)[] takes = [.. gloss.Select(file => (Unwrapped(NumberOf(file), start), file)).OrderBy(take => take).ThenBy(take => take.file, StringComparer.Ordinal)];
            for (int from = 0, i = 1; i <= takes.Length; i++)
            {
                if (i == takes.Length || takes[i].Number - takes[i - 1].Number > MaxGapInBlock)
                {
                    yield return new TakeBlock(gloss.Key, takes[from].Number, takes[i - 1].Number, [.. takes[from..i].Select(take => take.File)]);
                    from = i;
                }
            }
        }
    }

    /// <summary>Behind the widest gap of the counter's circle nothing was filmed: there the category begins.</summary>
    private static int StartOf(int[] numbers) =>
        numbers.Index().MaxBy(number => number.Index == 0 ? numbers[0] + Circle - numbers[^1] : number.Item - numbers[number.Index - 1]).Item;

    private static int Unwrapped(int number, int start) => number < start ? number + Circle : number;

    /// <summary>"MVI_0042" -> 42; also "MVI_005_4 (2)" -> 54, a few names of clips that were renamed by hand.</summary>
    private static int NumberOf(string file)
    {
        string digits = CameraName().Match(Path.GetFileName(file)).Groups["digits"].Value.Replace("_", "", StringComparison.Ordinal);
        return int.TryParse(digits, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new BadFileException(file, "its name holds no camera's number.", "The lists name MVI_<number> alone.");
    }

    private static int ListPlace(string folder) => int.TryParse(folder.Split('.')[0], CultureInfo.InvariantCulture, out int place) ? place : int.MaxValue;

    [GeneratedRegex(@"^MVI_(?<digits>[\d_]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CameraName();
}

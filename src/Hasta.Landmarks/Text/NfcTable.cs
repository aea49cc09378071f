using System.Globalization;

namespace Hasta.Landmarks.Text;

/// <summary>Unicode's combining classes and canonical mappings, from the embedded <c>unicode-nfc.txt</c>.</summary>
internal sealed class NfcTable
{
    private readonly Dictionary<int, byte> classes = [];
    private readonly Dictionary<int, int[]> decompositions = [];
    private readonly Dictionary<(int First, int Second), int> compositions = [];

    private NfcTable()
    {
        using Stream stream = typeof(NfcTable).Assembly.GetManifestResourceStream("unicode-nfc.txt")!;
        using var text = new StreamReader(stream);
        while (text.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                Add(line.Split(' '));
            }
        }
    }

    public static NfcTable Instance { get; } = new();

    /// <summary>0 for starters.</summary>
    public int ClassOf(int codePoint) => classes.GetValueOrDefault(codePoint);

    /// <summary>One decomposition step; null if there is none.</summary>
    public int[]? Decompose(int codePoint) => decompositions.GetValueOrDefault(codePoint);

    /// <returns>-1 if the two do not compose.</returns>
    public int Compose(int first, int second) => compositions.GetValueOrDefault((first, second), -1);

    private void Add(string[] cells)
    {
        int codePoint = Hex(cells[0]);
        if (byte.Parse(cells[1], CultureInfo.InvariantCulture) is not 0 and var combining)
        {
            classes[codePoint] = combining;
        }

        bool excluded = cells[^1] == "!";
        int[] decomposition = [.. cells[2..(excluded ? ^1 : ^0)].Select(Hex)];
        if (decomposition.Length > 0)
        {
            decompositions[codePoint] = decomposition;
        }

        if (decomposition.Length == 2 && !excluded)
        {
            compositions[(decomposition[0], decomposition[1])] = codePoint;
        }
    }

    private static int Hex(string cell) => int.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

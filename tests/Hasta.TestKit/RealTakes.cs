using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Npy;

namespace Hasta.TestKit;

/// <summary>Takes of the shared data set isl-words.</summary>
internal static class RealTakes
{
    /// <param name="word">As the index writes it, such as "How are you", which the shipped model does not know.</param>
    /// <param name="signer">Such as abh_A, who has 30 takes of each word.</param>
    /// <param name="first">The first take.</param>
    /// <param name="count">Number of takes.</param>
    public static IReadOnlyList<LandmarkSequence> Read(string word, string signer, int first, int count)
    {
        using var array = NpyFile.Open(SharedData.Path("isl-words", "X.npy"));
        string[][] rows = [.. File.ReadLines(SharedData.Path("isl-words", "index.csv")).Select(line => line.Split(','))];
        int wordColumn = Array.IndexOf(rows[0], "word");
        int signerColumn = Array.IndexOf(rows[0], "signer");
        return
        [
            .. rows.Index().Skip(1)
                .Where(row => row.Item[wordColumn] == word && row.Item[signerColumn] == signer)
                .Skip(first).Take(count)
                .Select(row => LandmarkArray.ToSequence(array.ReadRow(row.Index - 1), 12, 640, 480)),
        ];
    }
}

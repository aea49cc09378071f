using System.Runtime.InteropServices;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;

namespace Hasta.Landmarks.Formats.Csv;

/// <summary>
/// Reads a <see cref="PoseTable"/> with rows in any order; a point without a row is missing. Reads the file twice: for the sizes, then for
/// the numbers.
/// </summary>
internal static class PoseTableReader
{
    /// <summary>Relative to the file: a table that lacks most of its points would take more memory than its size warrants.</summary>
    private const int MaxMemoryPerByte = 3;

    /// <param name="table">The table.</param>
    /// <param name="known">The header from the sidecar. If null, components and points are those of the table, in its order.</param>
    /// <param name="complete">Creates a header from the components if <paramref name="known"/> is null.</param>
    /// <param name="fps">Frames per second.</param>
    /// <exception cref="BadFileException">The table is invalid or does not match its sidecar.</exception>
    public static PoseDocument Read(
        PoseTableRows table,
        PoseHeader? known,
        Func<IReadOnlyList<PoseComponent>, PoseHeader> complete,
        float fps)
    {
        (int frames, int people, var names) = Measure(table);
        if (known is null && names.Count == 0)
        {
            throw new BadFileException(table.Path, "it has no rows.", "Add one row per point below the header line.");
        }

        var header = known ?? complete(Components(names, table.Dimensions));
        if (header.Dimensions != table.Dimensions)
        {
            throw new BadFileException(
                table.Path,
                $"it has {table.Dimensions} coordinates per point, but its .json file has {header.Dimensions}.",
                "Convert the original again.");
        }

        var bytes = (Int128)sizeof(float) * frames * people * header.PointCount * (table.Dimensions + 1);
        if (people > ushort.MaxValue || bytes > MaxMemoryPerByte * InputFile.Find(table.Path).Length)
        {
            throw new BadFileException(
                table.Path,
                $"it has too few lines for {CountText.Of(frames, "frame")} of {CountText.Of(people, "person", "people")}.",
                "Number frames and people from 0 without gaps.");
        }

        byte[] body = new byte[(int)bytes];
        var document = new PoseDocument { Header = header, Fps = fps, Frames = frames, People = people, Body = body };
        Fill(table, document, MemoryMarshal.Cast<byte, float>(body.AsSpan()));
        return document;
    }

    private static (int Frames, int People, HashSet<(string Component, string Point)> Names) Measure(PoseTableRows table)
    {
        int frames = 0;
        int people = 1;
        var names = new HashSet<(string, string)>();
        foreach (var line in table.Read())
        {
            frames = Math.Max(frames, line.Frame + 1);
            people = Math.Max(people, line.Person + 1);
            names.Add((line.Component, line.Point));
        }

        return (frames, people, names);
    }

    private static PoseComponent[] Components(HashSet<(string Component, string Point)> names, int dimensions) =>
        [.. names.GroupBy(name => name.Component, name => name.Point).Select(points => new PoseComponent
        {
            Name = points.Key,
            Format = string.Concat(PoseTable.Coordinates.Take(dimensions)).ToUpperInvariant() + "C",
            Points = [.. points],
            Limbs = [],
            Colours = [],
        })];

    private static void Fill(PoseTableRows table, PoseDocument document, Span<float> body)
    {
        var indices = new Dictionary<(string, string), int>();
        foreach (var name in PoseTableWriter.Names(document.Header))
        {
            indices.TryAdd(name, indices.Count);
        }

        if (indices.Count != document.Header.PointCount)
        {
            throw new BadFileException(
                table.Path,
                "two of its points have the same name.",
                "A table cannot distinguish them: convert to .npy instead.");
        }

        foreach (var line in table.Read())
        {
            int index = indices.TryGetValue((line.Component, line.Point), out int found)
                ? found
                : throw table.Error(line.Number, $"its .json file has no {line.Component} {line.Point}");
            int point = (((line.Frame * document.People) + line.Person) * indices.Count) + index;
            line.Coordinates.CopyTo(body[(point * table.Dimensions)..]);
            body[(document.Points * table.Dimensions) + point] = line.Confidence;
        }
    }
}

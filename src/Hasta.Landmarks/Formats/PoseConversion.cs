using System.Text.Json;
using Hasta.Landmarks.Formats.Csv;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats;

/// <summary>Landmark files between .pose of any version, CSV and NumPy's .npy; the file names' endings say which.</summary>
internal static class PoseConversion
{
    /// <exception cref="BadFileException">
    /// The input is missing, malformed or lacks what only an option can tell; the output is the input, of a kind that Hasta does not know, or of
    /// a version that cannot hold the landmarks.
    /// </exception>
    /// <exception cref="IOException">The output cannot be written; an older one is untouched.</exception>
    /// <exception cref="OperationCanceledException">Stopped; an older output is untouched.</exception>
    public static PoseDocument Convert(string from, string to, PoseConversionOptions options, CancellationToken cancellationToken = default)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
        {
            throw new BadFileException(to, "the output is the input.", "Name another file.");
        }

        var write = Writer(to, cancellationToken);
        var document = Read(from, options, cancellationToken);
        if (!(document.Fps is >= 0 and < float.PositiveInfinity))
        {
            throw new BadFileException(from, $"its frame rate is {document.Fps}.", "Give the right one with --fps.");
        }

        document = PoseChanges.Apply(from, document, options);
        PendingFile.RemoveLeftovers(to);
        try
        {
            write(document with { Header = document.Header with { Version = options.Version } });
        }
        catch (InvalidDataException error)
        {
            throw new BadFileException(to, $"{error.Message}.", "Choose --pose-version 0.2, or another rate with --fps.", error);
        }

        return document;
    }

    private static Action<PoseDocument> Writer(string path, CancellationToken cancellationToken) => Kind(path) switch
    {
        PoseFile.Extension => document => PoseWriter.Write(path, document),
        PoseTable.Extension => document => WithSidecar(path, document, stream => PoseTableWriter.Write(stream, document, cancellationToken)),
        _ => document => WithSidecar(path, document, stream => PoseArray.Write(stream, document, cancellationToken)),
    };

    private static PoseDocument Read(string path, PoseConversionOptions options, CancellationToken cancellationToken)
    {
        string kind = Kind(path);
        if (kind == PoseFile.Extension)
        {
            var document = PoseReader.Read(path);
            return document with { Fps = options.Fps ?? document.Fps, Header = Resize(document.Header, options) };
        }

        var sidecar = PoseSidecar.Find(path);
        var known = sidecar is null ? null : Resize(sidecar.ToHeader(), options);
        float fps = options.Fps ?? sidecar?.Fps ?? throw Unknown(path, "frame rate", "--fps");
        return kind == PoseTable.Extension
            ? PoseTableReader.Read(PoseTableLines.Open(path, cancellationToken), known, components => NewHeader(path, options, components), fps)
            : PoseArray.Read(path, (points, dimensions) => known ?? HolisticHeader(path, options, points, dimensions), fps, cancellationToken);
    }

    private static string Kind(string path)
    {
        string extension = Path.GetExtension(path).ToLowerInvariant();
        return extension is PoseFile.Extension or PoseTable.Extension or PoseArray.Extension
            ? extension
            : throw new BadFileException(path, $"landmarks stand in {PoseFile.Extension}, {PoseTable.Extension} and {PoseArray.Extension} files.", "Name one of these.");
    }

    /// <summary>
    /// Both are on the disk before either takes its place, and an older sidecar goes first: a kill leaves the older pair, either data alone (which then
    /// ask for rate and size) or the new pair, never data beside the other's sidecar.
    /// </summary>
    private static void WithSidecar(string path, PoseDocument document, Action<Stream> write)
    {
        string beside = PoseSidecar.PathOf(path);
        using var data = new PendingFile(path);
        using var sidecar = new PendingFile(beside);
        write(data.Stream);
        JsonSerializer.Serialize(sidecar.Stream, PoseSidecar.From(document), StrictJson.Indented);
        data.Flush();
        sidecar.Flush();
        File.Delete(beside);
        data.Commit();
        sidecar.Commit();
    }

    private static PoseHeader Resize(PoseHeader header, PoseConversionOptions options) =>
        options.Size is (int width, int height) ? header with { Width = (ushort)width, Height = (ushort)height } : header;

    private static PoseHeader? HolisticHeader(string path, PoseConversionOptions options, int points, int dimensions) =>
        HolisticComponents.For(points, dimensions) is { Count: > 0 } components ? NewHeader(path, options, components) : null;

    private static PoseHeader NewHeader(string path, PoseConversionOptions options, IReadOnlyList<PoseComponent> components)
    {
        (int width, int height) = options.Size ?? throw Unknown(path, "picture size", "--size");
        return new PoseHeader
        {
            Version = PoseHeader.LatestVersion,
            Width = checked((ushort)width),
            Height = checked((ushort)height),
            Depth = checked((ushort)width),
            Components = components,
        };
    }

    private static BadFileException Unknown(string path, string what, string option) =>
        new(path, $"its {what} is not known, for {Path.GetFileName(PoseSidecar.PathOf(path))} is not beside it.", $"Give {option}.");
}

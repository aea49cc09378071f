using System.Text.Json;
using Hasta.Landmarks.Formats.Csv;
using Hasta.Landmarks.Formats.Npy;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats;

/// <summary>Converts landmark files between .pose of any version, CSV and NumPy's .npy, according to the file extensions.</summary>
internal static class PoseConversion
{
    /// <exception cref="BadFileException">
    /// The input is missing, malformed or lacks information that an option must provide; or the output is the same file as the input, of an
    /// unsupported kind, or of a version that cannot represent the landmarks.
    /// </exception>
    /// <exception cref="IOException">The output cannot be written; an existing file is unchanged.</exception>
    /// <exception cref="OperationCanceledException">Canceled; an existing output is unchanged.</exception>
    public static PoseDocument Convert(string from, string to, PoseConversionOptions options, CancellationToken cancellationToken = default)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
        {
            throw new BadFileException(to, "the output is the same file as the input.", "Choose another file.");
        }

        var write = Writer(to, cancellationToken);
        var document = Read(from, options, cancellationToken);
        if (!(document.Fps is >= 0 and < float.PositiveInfinity))
        {
            throw new BadFileException(from, $"its frame rate is {document.Fps}.", "Give the correct one with --fps.");
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
        PoseTable.Extension => document =>
            WithSidecar(path, document, stream => PoseTableWriter.Write(stream, document, cancellationToken)),
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
            ? PoseTableReader.Read(
                PoseTableRows.Open(path, cancellationToken),
                known,
                components => NewHeader(path, options, components),
                fps)
            : PoseArray.Read(
                path,
                (points, dimensions) => known ?? HolisticHeader(path, options, points, dimensions),
                fps,
                cancellationToken);
    }

    private static string Kind(string path)
    {
        string extension = Path.GetExtension(path).ToLowerInvariant();
        return extension is PoseFile.Extension or PoseTable.Extension or PoseArray.Extension
            ? extension
            : throw new BadFileException(
                path,
                $"landmark files end in {PoseFile.Extension}, {PoseTable.Extension} or {PoseArray.Extension}.",
                "Choose one of these.");
    }

    /// <summary>
    /// Both files are on disk before either is moved into place, and the old sidecar is deleted first. A killed process therefore leaves
    /// the old pair, the new pair, or data without a sidecar (which then require rate and size), but never data with the sidecar of the
    /// other pair.
    /// </summary>
    private static void WithSidecar(string path, PoseDocument document, Action<Stream> write)
    {
        string sidecarPath = PoseSidecar.PathOf(path);
        using var data = new PendingFile(path);
        using var sidecar = new PendingFile(sidecarPath);
        write(data.Stream);
        JsonSerializer.Serialize(sidecar.Stream, PoseSidecar.From(document), StrictJson.Indented);
        data.Flush();
        sidecar.Flush();
        File.Delete(sidecarPath);
        data.Commit();
        sidecar.Commit();
    }

    private static PoseHeader Resize(PoseHeader header, PoseConversionOptions options) =>
        options.Size is (int width, int height) ? header with { Width = (ushort)width, Height = (ushort)height } : header;

    private static PoseHeader? HolisticHeader(string path, PoseConversionOptions options, int points, int dimensions) =>
        HolisticComponents.For(points, dimensions) is { Count: > 0 } components ? NewHeader(path, options, components) : null;

    private static PoseHeader NewHeader(string path, PoseConversionOptions options, IReadOnlyList<PoseComponent> components)
    {
        (int width, int height) = options.Size ?? throw Unknown(path, "frame size", "--size");
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
        new(path, $"its {what} is unknown, because {Path.GetFileName(PoseSidecar.PathOf(path))} is missing.", $"Give {option}.");
}

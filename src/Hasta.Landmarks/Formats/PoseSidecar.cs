using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Formats;

/// <summary>The information that a table or an array of landmarks cannot hold: a JSON file next to it, named after it.</summary>
internal sealed record PoseSidecar
{
    private const string Extension = ".json";

    /// <summary>Frames per second.</summary>
    public required float Fps { get; init; }

    /// <summary>Pixels, like <see cref="Height"/>.</summary>
    public required ushort Width { get; init; }

    public required ushort Height { get; init; }

    public required ushort Depth { get; init; }

    public required IReadOnlyList<Component> Components { get; init; }

    public static string PathOf(string path) => path + Extension;

    public static PoseSidecar From(PoseDocument document) => new()
    {
        Fps = document.Fps,
        Width = document.Header.Width,
        Height = document.Header.Height,
        Depth = document.Header.Depth,
        Components = [.. document.Header.Components.Select(component => new Component
        {
            Name = component.Name,
            Format = component.Format,
            Points = component.Points,
            Limbs = [.. component.Limbs.Select(limb => new[] { limb.From, limb.To })],
            Colours = [.. component.Colours.Select(colour => new[] { colour.Red, colour.Green, colour.Blue })],
        })],
    };

    /// <returns>Null if there is none.</returns>
    /// <exception cref="BadFileException">The sidecar is not valid.</exception>
    public static PoseSidecar? Find(string path)
    {
        string sidecar = PathOf(path);
        return File.Exists(sidecar) ? StrictJson.Read<PoseSidecar>(sidecar).Check(sidecar) : null;
    }

    public PoseHeader ToHeader() => new()
    {
        Version = PoseHeader.LatestVersion,
        Width = Width,
        Height = Height,
        Depth = Depth,
        Components = [.. Components.Select(component => new PoseComponent
        {
            Name = component.Name,
            Format = component.Format,
            Points = component.Points,
            Limbs = [.. component.Limbs.Select(limb => (limb[0], limb[1]))],
            Colours = [.. component.Colours.Select(colour => (colour[0], colour[1], colour[2]))],
        })],
    };

    private PoseSidecar Check(string path)
    {
        bool isComplete = Components.All(component =>
            component.Limbs.All(limb => limb.Length == 2) && component.Colours.All(colour => colour.Length == 3));
        return isComplete && ToHeader().IsUsable
            ? this
            : throw new BadFileException(
                path,
                "its components are not landmarks.",
                "Convert the original again, or remove this file and give --fps and --size.");
    }

    /// <summary>See <see cref="PoseComponent"/>.</summary>
    internal sealed record Component
    {
        public required string Name { get; init; }

        public required string Format { get; init; }

        public required IReadOnlyList<string> Points { get; init; }

        /// <summary>Pairs of point indices.</summary>
        public required IReadOnlyList<ushort[]> Limbs { get; init; }

        /// <summary>Triples of red, green, blue.</summary>
        public required IReadOnlyList<ushort[]> Colours { get; init; }
    }
}

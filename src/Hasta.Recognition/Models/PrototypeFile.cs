using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Enrollment;

namespace Hasta.Recognition.Models;

/// <summary>
/// A checkpoint's <c>prototypes.safetensors</c>: <see cref="KnownSigns"/> as the tensors <c>mean</c> <c>[width]</c>, <c>projection</c>
/// <c>[width, width]</c>, and <c>gloss/GLOSS</c> <c>[signer, width]</c> for each gloss.
/// </summary>
internal static class PrototypeFile
{
    public const string Name = "prototypes.safetensors";

    private const string Mean = "mean";
    private const string Projection = "projection";
    private const string GlossPrefix = "gloss/";
    private const int MaxBytes = 256 << 20;

    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(string path, KnownSigns signs)
    {
        long width = signs.Space.Width;
        var tensors = signs.Prototypes.GroupBy(prototype => prototype.Gloss, StringComparer.Ordinal).ToDictionary(
            gloss => GlossPrefix + gloss.Key,
            gloss => (new[] { gloss.Count(), width }, gloss.SelectMany(prototype => prototype.Point.Values.ToArray()).ToArray()));
        tensors[Mean] = ([width], signs.Space.Mean.ToArray());
        tensors[Projection] = ([width, width], signs.Space.Projection.ToArray());
        SafetensorsFile.Write(path, tensors);
    }

    /// <returns>Null if there is no such file.</returns>
    /// <exception cref="BadFileException">The file is corrupt, or has other tensors.</exception>
    public static KnownSigns? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var tensors = SafetensorsFile.Parse(path, InputFile.ReadAllBytes(path, MaxBytes));
        if (tensors.FirstOrDefault(tensor => !Array.TrueForAll(tensor.Value.Values, float.IsFinite)).Key is { } broken)
        {
            throw Unusable(path, $"{NameText.Show(broken)} has values that are not finite.");
        }

        if (!tensors.TryGetValue(Mean, out var mean) || !tensors.TryGetValue(Projection, out var projection)
            || mean.Shape is not [> 0] || !projection.Shape.AsSpan().SequenceEqual([mean.Shape[0], mean.Shape[0]]))
        {
            throw Unusable(path, "its mean and projection are missing or of different sizes.");
        }

        return new KnownSigns(
            new EmbeddingSpace(mean.Values, projection.Values),
            [
                .. tensors.Where(tensor => tensor.Key is not (Mean or Projection)).OrderBy(tensor => tensor.Key, StringComparer.Ordinal)
                    .SelectMany(tensor => ToPrototypes(path, tensor.Key, tensor.Value, mean.Values.Length)),
            ]);
    }

    /// <summary>The error for a file whose width is not the model's.</summary>
    public static BadFileException OtherModel(string path) => Unusable(path, "it belongs to another model.");

    private static IEnumerable<SignPrototype> ToPrototypes(string path, string name, (long[] Shape, float[] Values) tensor, int width) =>
        name.StartsWith(GlossPrefix, StringComparison.Ordinal)
            && NameText.Clean(name[GlossPrefix.Length..]) is { Length: > 0 } gloss
            && tensor.Shape is [> 0, var values] && values == width
            ? tensor.Values.Chunk(width).Select(point => new SignPrototype(gloss, new SignEmbedding(point)))
            : throw Unusable(path, $"the tensor {NameText.Show(name)} is not {GlossPrefix}GLOSS of [signer, {width}].");

    private static BadFileException Unusable(string path, string problem) =>
        new(path, problem, "Copy the checkpoint again, or make the file again: hasta prototypes DATA --model MODEL");
}

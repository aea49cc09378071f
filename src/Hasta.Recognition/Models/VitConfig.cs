namespace Hasta.Recognition.Models;

/// <summary>
/// Sizes of a Vision Transformer (Dosovitskiy et al. 2021) and how its frames are normalised; the defaults are ViT-B/16 at 224 pixels.
/// Read from a checkpoint's own <c>config.json</c> and <c>preprocessor_config.json</c> by <c>VitFolder</c>.
/// </summary>
internal sealed record VitConfig
{
    private const int MaxSize = 8192;

    /// <summary>Pixels per side of a frame, a multiple of <see cref="PatchSize"/>.</summary>
    public int ImageSize { get; init; } = 224;

    public int PatchSize { get; init; } = 16;

    /// <summary>Values per patch, a multiple of <see cref="Heads"/>.</summary>
    public int HiddenSize { get; init; } = 768;

    public int Layers { get; init; } = 12;

    public int Heads { get; init; } = 12;

    public int IntermediateSize { get; init; } = 3072;

    public double LayerNormEpsilon { get; init; } = 1e-12;

    /// <summary>Whether queries, keys and values have a bias.</summary>
    public bool QkvBias { get; init; } = true;

    /// <summary>Mean of red, green and blue in 0..1, which is subtracted.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [0.5f, 0.5f, 0.5f];

    /// <summary>Standard deviation of red, green and blue in 0..1, which is the divisor.</summary>
    public IReadOnlyList<float> Deviation { get; init; } = [0.5f, 0.5f, 0.5f];

    /// <summary>The patches and the class token.</summary>
    internal int Tokens => (ImageSize / PatchSize * (ImageSize / PatchSize)) + 1;

    /// <summary>A lower bound of the number of parameters: patches, positions, and each layer's attention and dense weights.</summary>
    internal long MinParameters =>
        HiddenSize * ((3L * PatchSize * PatchSize) + Tokens + (Layers * ((4L * HiddenSize) + (2L * IntermediateSize))));

    /// <exception cref="ArgumentException">A size is out of range, or does not match another.</exception>
    public void Validate()
    {
        bool validPatches = PatchSize is > 0 and <= MaxSize && ImageSize is >= 8 and <= 1024 && ImageSize % PatchSize == 0;
        bool validWidths = Heads is > 0 and <= 256 && HiddenSize is > 0 and <= MaxSize && HiddenSize % Heads == 0
            && IntermediateSize is > 0 and <= 4 * MaxSize;
        if (!validPatches || !validWidths || Layers is < 1 or > 64 || !(LayerNormEpsilon is > 0 and < 1))
        {
            throw new ArgumentException(
                $"backbone: imageSize must be in 8..1024 and a multiple of patchSize, hiddenSize in 1..{MaxSize} and a multiple of heads, "
                + "layers in 1..64, layerNormEpsilon in 0..1.");
        }

        if (Mean.Count != 3 || Deviation.Count != 3
            || !Mean.All(value => value is >= 0 and <= 1) || !Deviation.All(value => value is > 0 and <= 10))
        {
            throw new ArgumentException(
                "backbone: mean and deviation must each be three numbers, for red, green and blue: mean in 0..1, deviation in 0..10.");
        }
    }
}

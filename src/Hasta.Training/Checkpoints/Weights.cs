using Hasta.Landmarks;
using Hasta.Recognition.Models;
using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>A module's parameters and buffers, to and from safetensors; names are the module's field names.</summary>
internal static class Weights
{
    /// <summary>BatchNorm's step counters play no part in a prediction.</summary>
    private const string StepCounter = "num_batches_tracked";

    public static IReadOnlyDictionary<string, torch.Tensor> Collect(torch.nn.Module module) =>
        module.state_dict().Where(pair => !pair.Key.EndsWith(StepCounter, StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value);

    public static void Save(torch.nn.Module module, string path) => SafetensorsFile.Write(path, ToArrays(module));

    /// <summary>Copies in .NET's memory: name to shape and row-major values.</summary>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> ToArrays(torch.nn.Module module) => ToArrays(Collect(module));

    /// <inheritdoc cref="ToArrays(torch.nn.Module)"/>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> ToArrays(IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.ToDictionary(pair => pair.Key, pair => (pair.Value.shape, ToArray(pair.Value)));

    /// <exception cref="BadFileException">A tensor is missing, left over, of another shape, or not finite.</exception>
    public static void Load(torch.nn.Module module, string path) => Load(Collect(module), path);

    /// <inheritdoc cref="Load(torch.nn.Module, string)"/>
    public static void Load(IReadOnlyDictionary<string, torch.Tensor> wanted, string path) => FillAll(wanted, SafetensorsFile.Read(path), path);

    /// <summary>All of a file's tensors.</summary>
    /// <exception cref="BadFileException">A tensor is missing, left over, of another shape, or not finite.</exception>
    internal static void FillAll(IReadOnlyDictionary<string, torch.Tensor> wanted, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> stored, string path)
    {
        if (stored.Keys.FirstOrDefault(name => !wanted.ContainsKey(name)) is { } surplus)
        {
            throw Misfit(path, $"{surplus} belongs to another model.");
        }

        Fill(wanted, stored, path);
    }

    public static void Copy(torch.nn.Module from, torch.nn.Module to) => Copy(Collect(from), Collect(to));

    /// <summary>Into the tensors of the same names.</summary>
    public static void Copy(IReadOnlyDictionary<string, torch.Tensor> from, IReadOnlyDictionary<string, torch.Tensor> to)
    {
        using var _ = torch.no_grad();
        foreach ((string name, torch.Tensor value) in from)
        {
            to[name].copy_(value);
        }
    }

    /// <summary>Some of a file's tensors.</summary>
    /// <exception cref="BadFileException">A tensor is missing, of another shape, or not finite.</exception>
    internal static void Fill(IReadOnlyDictionary<string, torch.Tensor> wanted, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> stored, string path)
    {
        using var _ = torch.no_grad();
        foreach ((string name, torch.Tensor tensor) in wanted)
        {
            if (!stored.TryGetValue(name, out var found))
            {
                throw Misfit(path, $"{name} is missing.");
            }

            if (!found.Shape.AsSpan().SequenceEqual(tensor.shape))
            {
                throw Misfit(path, $"{name} is [{string.Join(", ", found.Shape)}], not [{string.Join(", ", tensor.shape)}].");
            }

            if (!Array.TrueForAll(found.Values, float.IsFinite))
            {
                throw Misfit(path, $"{name} holds values that are not finite.");
            }

            using torch.Tensor values = torch.tensor(found.Values, found.Shape);
            tensor.copy_(values);
        }
    }

    private static float[] ToArray(torch.Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope(); // holds the tensors between, which the garbage collector might free in use
        torch.Tensor plain = tensor.detach().to(torch.ScalarType.Float32).cpu().contiguous();
        return plain.numel() == 0 ? [] : plain.data<float>().ToArray();
    }

    private static BadFileException Misfit(string path, string problem) =>
        new(path, problem, "The weights and config.json must come from one checkpoint.");
}

using Hasta.Landmarks;
using Hasta.Recognition.Models;
using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>Reads and writes a module's parameters and buffers as safetensors; names are the module's field names.</summary>
internal static class Weights
{
    /// <summary>BatchNorm's step counter, which predictions do not use.</summary>
    private const string StepCounter = "num_batches_tracked";

    public static IReadOnlyDictionary<string, torch.Tensor> Collect(torch.nn.Module module) =>
        module.state_dict()
            .Where(pair => !pair.Key.EndsWith(StepCounter, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    public static void Save(torch.nn.Module module, string path) => SafetensorsFile.Write(path, ToArrays(module));

    /// <summary>Copies the tensors to .NET arrays: name to shape and row-major values.</summary>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> ToArrays(torch.nn.Module module) => ToArrays(Collect(module));

    /// <inheritdoc cref="ToArrays(torch.nn.Module)"/>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> ToArrays(IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.ToDictionary(pair => pair.Key, pair => (pair.Value.shape, ToArray(pair.Value)));

    /// <exception cref="BadFileException">A tensor is missing, unexpected, not finite, or has another shape.</exception>
    public static void Load(torch.nn.Module module, string path) => Load(Collect(module), path);

    /// <inheritdoc cref="Load(torch.nn.Module, string)"/>
    public static void Load(IReadOnlyDictionary<string, torch.Tensor> expected, string path) =>
        FillAll(expected, SafetensorsFile.Read(path), path);

    /// <summary>Copies all of a file's tensors into those of the same names.</summary>
    /// <exception cref="BadFileException">A tensor is missing, unexpected, not finite, or has another shape.</exception>
    internal static void FillAll(
        IReadOnlyDictionary<string, torch.Tensor> expected,
        IReadOnlyDictionary<string, (long[] Shape, float[] Values)> stored,
        string path)
    {
        if (stored.Keys.FirstOrDefault(name => !expected.ContainsKey(name)) is { } surplus)
        {
            throw Mismatch(path, $"{surplus} belongs to another model.");
        }

        Fill(expected, stored, path);
    }

    public static void Copy(torch.nn.Module from, torch.nn.Module to) => Copy(Collect(from), Collect(to));

    /// <summary>Copies into the tensors of the same names.</summary>
    public static void Copy(IReadOnlyDictionary<string, torch.Tensor> from, IReadOnlyDictionary<string, torch.Tensor> to)
    {
        using var _ = torch.no_grad();
        foreach ((string name, torch.Tensor value) in from)
        {
            to[name].copy_(value);
        }
    }

    /// <summary>Copies the expected tensors from a file; others in the file are ignored.</summary>
    /// <exception cref="BadFileException">A tensor is missing, not finite, or has another shape.</exception>
    internal static void Fill(
        IReadOnlyDictionary<string, torch.Tensor> expected,
        IReadOnlyDictionary<string, (long[] Shape, float[] Values)> stored,
        string path)
    {
        using var _ = torch.no_grad();
        foreach ((string name, torch.Tensor tensor) in expected)
        {
            if (!stored.TryGetValue(name, out var found))
            {
                throw Mismatch(path, $"{name} is missing.");
            }

            if (!found.Shape.AsSpan().SequenceEqual(tensor.shape))
            {
                throw Mismatch(path, $"{name} is [{string.Join(", ", found.Shape)}], not [{string.Join(", ", tensor.shape)}].");
            }

            if (!Array.TrueForAll(found.Values, float.IsFinite))
            {
                throw Mismatch(path, $"{name} contains values that are not finite.");
            }

            using torch.Tensor values = torch.tensor(found.Values, found.Shape);
            tensor.copy_(values);
        }
    }

    private static float[] ToArray(torch.Tensor tensor)
    {
        using DisposeScope scope = torch.NewDisposeScope(); // keeps intermediate tensors from being freed by the garbage collector in use
        torch.Tensor plain = tensor.detach().to(torch.ScalarType.Float32).cpu().contiguous();
        return plain.numel() == 0 ? [] : plain.data<float>().ToArray();
    }

    private static BadFileException Mismatch(string path, string problem) =>
        new(path, problem, "The weights and config.json must come from the same checkpoint.");
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;

namespace Hasta.Recognition.Models;

/// <summary>
/// Tensors in Hugging Face's safetensors format: u64 length, a JSON header with dtype, shape and data_offsets, the data. It can contain
/// only numbers, never code. Written as float32; float16 and bfloat16 are widened exactly, float64 is rounded to the nearest float32.
/// </summary>
internal static class SafetensorsFile
{
    private const int MaxHeaderBytes = 1 << 20;
    private const int MaxFileBytes = int.MaxValue / 2;

    private static readonly Dictionary<string, int> BytesPerValue = new() { ["F64"] = 8, ["F32"] = 4, ["F16"] = 2, ["BF16"] = 2 };

    /// <exception cref="IOException">The file cannot be written; an existing file is unchanged.</exception>
    public static void Write(
        string path, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> tensors) => AtomicFile.Write(path, stream =>
    {
        (string Name, float[] Values, long[] Shape)[] sorted =
            [.. tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Values, pair.Value.Shape))];
        var header = new Dictionary<string, TensorEntry>();
        long offset = 0;
        foreach ((string name, float[] values, long[] shape) in sorted)
        {
            header[name] = new TensorEntry("F32", shape, [offset, offset + (4L * values.Length)]);
            offset += 4L * values.Length;
        }

        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header, StrictJson.Line);
        byte[] padded = [.. json, .. Enumerable.Repeat((byte)' ', (8 - (json.Length % 8)) % 8)];
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded.Length);
        stream.Write(length);
        stream.Write(padded);
        foreach ((_, float[] values, _) in sorted)
        {
            stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    });

    /// <returns>Shape and row-major values, by tensor name.</returns>
    /// <exception cref="BadFileException">Missing, corrupt, over 1 GiB, or not safetensors of floating-point numbers.</exception>
    public static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Read(string path)
    {
        try
        {
            return Parse(path, InputFile.ReadAllBytes(path, MaxFileBytes));
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadFileException(path, "this file is missing.", "Specify the folder of a complete checkpoint.", error);
        }
    }

    /// <param name="path">The path to name in errors.</param>
    /// <param name="bytes">The contents of the file.</param>
    /// <exception cref="BadFileException">Corrupt, or not safetensors of floating-point numbers.</exception>
    internal static IReadOnlyDictionary<string, (long[] Shape, float[] Values)> Parse(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Parse(bytes);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException)
        {
            throw new BadFileException(path, $"not a valid safetensors file: {error.Message}", "Copy the checkpoint again.", error);
        }
    }

    private static Dictionary<string, (long[] Shape, float[] Values)> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes) is var length
            && (length > MaxHeaderBytes || length > (ulong)bytes.Length - 8))
        {
            throw new InvalidDataException("its header is longer than the file, or longer than 1 MiB.");
        }

        int headerBytes = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ReadOnlySpan<byte> data = bytes[(8 + headerBytes)..];
        var entries = new Dictionary<string, TensorEntry>(StringComparer.Ordinal);
        using JsonDocument header = JsonDocument.Parse(bytes.Slice(8, headerBytes).ToArray());
        foreach (JsonProperty property in Members(header.RootElement))
        {
            TensorEntry entry = property.Value.Deserialize<TensorEntry>(StrictJson.Line)
                ?? throw new InvalidDataException($"{property.Name} is null.");
            Check(property.Name, entry, data.Length);
            if (!entries.TryAdd(property.Name, entry))
            {
                throw new InvalidDataException($"{property.Name} is in it twice.");
            }
        }

        RequireAll([.. entries.Values.Select(entry => (entry.DataOffsets[0], entry.DataOffsets[1]))], data.Length);
        var tensors = new Dictionary<string, (long[] Shape, float[] Values)>(StringComparer.Ordinal);
        foreach ((string name, TensorEntry entry) in entries)
        {
            tensors[name] = (entry.Shape, ToFloats(entry.Dtype, data[(int)entry.DataOffsets[0]..(int)entry.DataOffsets[1]]));
        }

        return tensors;
    }

    /// <summary>Tensors must use every byte of the data exactly once, so that their memory is limited by the size of the file.</summary>
    private static void RequireAll(List<(long Start, long End)> spans, long length)
    {
        spans.Sort();
        long end = 0;
        foreach ((long start, long next) in spans)
        {
            end = start == end ? next : throw new InvalidDataException($"no tensor starts at byte {end}.");
        }

        if (end != length)
        {
            throw new InvalidDataException($"its tensors end at byte {end} of {length}.");
        }
    }

    private static IEnumerable<JsonProperty> Members(JsonElement root) => root.ValueKind == JsonValueKind.Object
        ? root.EnumerateObject().Where(property => property.Name != "__metadata__")
        : throw new InvalidDataException("its header is not a JSON object.");

    private static void Check(string name, TensorEntry entry, int dataBytes)
    {
        long count = 1;
        foreach (long side in entry.Shape)
        {
            count = side is >= 0 and <= int.MaxValue && count <= int.MaxValue ? count * side : -1;
        }

        if (!BytesPerValue.TryGetValue(entry.Dtype, out int bytes))
        {
            throw new InvalidDataException($"{name} has values of type {entry.Dtype}, not {string.Join(", ", BytesPerValue.Keys)}.");
        }

        bool fits = entry.DataOffsets is [long start, long end] && count is >= 0 and <= int.MaxValue / 8
            && start >= 0 && end <= dataBytes && end - start == bytes * count;
        if (!fits)
        {
            throw new InvalidDataException($"the shape and offsets of {name} do not match the file.");
        }
    }

    private static float[] ToFloats(string dtype, ReadOnlySpan<byte> data) => dtype switch
    {
        "F64" => Convert(MemoryMarshal.Cast<byte, double>(data), number => (float)number),
        "F16" => Convert(MemoryMarshal.Cast<byte, Half>(data), number => (float)number),
        "BF16" => Convert( // the upper half of a float32
            MemoryMarshal.Cast<byte, ushort>(data), upper => BitConverter.UInt32BitsToSingle((uint)upper << 16)),
        _ => MemoryMarshal.Cast<byte, float>(data).ToArray(),
    };

    private static float[] Convert<T>(ReadOnlySpan<T> numbers, Func<T, float> convert)
    {
        float[] floats = new float[numbers.Length];
        for (int i = 0; i < floats.Length; i++)
        {
            floats[i] = convert(numbers[i]);
        }

        return floats;
    }

    private sealed record TensorEntry(
        string Dtype,
        long[] Shape,
        [property: System.Text.Json.Serialization.JsonPropertyName("data_offsets")] long[] DataOffsets);
}

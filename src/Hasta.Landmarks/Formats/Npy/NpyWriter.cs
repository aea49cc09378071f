using System.Text;

namespace Hasta.Landmarks.Formats.Npy;

/// <summary>Writes a float32 array in NumPy's .npy format 1.0, C order, little-endian.</summary>
internal static class NpyWriter
{
    private const int Alignment = 64;

    /// <param name="stream">Positioned at its start.</param>
    /// <param name="shape">Outer to inner. The caller writes the numbers after the header.</param>
    public static void WriteHeader(Stream stream, params ReadOnlySpan<int> shape)
    {
        string sides = string.Concat(shape.ToArray().Select(side => $"{side}, "));
        string text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({sides.TrimEnd()}), }}";
        int start = 10 + text.Length + 1;
        string padded = text.PadRight(text.Length + (-start & (Alignment - 1))) + "\n";
        using var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);
        writer.Write([0x93, .. "NUMPY"u8, 1, 0]);
        writer.Write((ushort)padded.Length);
        writer.Write(Encoding.ASCII.GetBytes(padded));
    }
}

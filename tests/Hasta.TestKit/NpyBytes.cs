using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Hasta.TestKit;

/// <summary>.npy files as NumPy writes them.</summary>
internal static class NpyBytes
{
    public static byte[] Encode(ReadOnlySpan<float> values, string shape) =>
        [.. Header($"{{'descr': '<f4', 'fortran_order': False, 'shape': ({shape}), }}"), .. MemoryMarshal.AsBytes(values)];

    public static byte[] Encode(ReadOnlySpan<double> values, string shape) =>
        [.. Header($"{{'descr': '<f8', 'fortran_order': False, 'shape': ({shape}), }}"), .. MemoryMarshal.AsBytes(values)];

    /// <summary>Magic, version 1 (or 2) and the header text, padded to 64 bytes.</summary>
    public static byte[] Header(string text, byte version = 1)
    {
        int lengthBytes = version == 1 ? 2 : 4;
        int padded = ((8 + lengthBytes + text.Length + 1 + 63) / 64 * 64) - 8 - lengthBytes;
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, padded);
        return [0x93, .. "NUMPY"u8, version, 0, .. length[..lengthBytes], .. Encoding.ASCII.GetBytes(text.PadRight(padded - 1) + "\n")];
    }
}

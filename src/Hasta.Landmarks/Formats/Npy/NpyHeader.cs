using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hasta.Landmarks.Formats.Npy;

/// <summary>The header of a .npy file.</summary>
/// <param name="DataStart">Bytes before the first number.</param>
/// <param name="NumberBytes">4 for float32, 8 for float64.</param>
/// <param name="Shape">Outer to inner.</param>
internal sealed partial record NpyHeader(long DataStart, int NumberBytes, IReadOnlyList<int> Shape)
{
    private const int MaxBytes = 1 << 16;
    private const int MagicBytes = 6;

    /// <summary>Numbers in one entry along the first axis.</summary>
    /// <exception cref="OverflowException">The length exceeds an int.</exception>
    public int RowLength { get; } = Shape.Skip(1).Aggregate(1, (product, side) => checked(product * side));

    /// <exception cref="InvalidDataException">Not a .npy file, or of another number type or order.</exception>
    /// <exception cref="EndOfStreamException">The header is truncated.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[MagicBytes + 2];
        stream.ReadExactly(start);
        if (start[0] != 0x93 || !start[1..MagicBytes].SequenceEqual("NUMPY"u8))
        {
            throw new InvalidDataException("it does not begin with NumPy's magic bytes");
        }

        byte[] header = new byte[ReadLength(stream, version: start[MagicBytes])];
        stream.ReadExactly(header);
        return Parse(Encoding.ASCII.GetString(header), stream.Position);
    }

    private static int ReadLength(Stream stream, int version)
    {
        Span<byte> bytes = stackalloc byte[4];
        bytes.Clear();
        stream.ReadExactly(bytes[..(version == 1 ? 2 : 4)]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return length <= MaxBytes
            ? (int)length
            : throw new InvalidDataException($"its header has {length} bytes, over the limit of {MaxBytes}");
    }

    private static NpyHeader Parse(string text, long dataStart)
    {
        Match match = Pattern().Match(text);
        return match.Success
            ? new NpyHeader(
                dataStart,
                match.Groups["bytes"].Value == "8" ? 8 : 4,
                [.. match.Groups["side"].Captures.Select(side => int.Parse(side.Value, CultureInfo.InvariantCulture))])
            : throw new InvalidDataException($"its header is {text.Trim()}, not little-endian float32 or float64 in C order");
    }

    // Each character can match in only one way, so a malicious header cannot cause backtracking.
    [GeneratedRegex(
        @"^\{\s*'descr':\s*'<f(?<bytes>[48])',\s*'fortran_order':\s*False,\s*"
        + @"'shape':\s*\((?<side>\d{1,9})(?:,\s*(?<side>\d{1,9}))*,?\s*\),?\s*\}\s*$")]
    private static partial Regex Pattern();
}

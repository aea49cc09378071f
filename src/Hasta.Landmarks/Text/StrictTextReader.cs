using System.Text;

namespace Hasta.Landmarks.Text;

/// <summary>
/// Reads UTF-8, or UTF-16 and UTF-32 with a byte order mark; invalid bytes and NUL characters are an error that names the line.
/// </summary>
internal sealed class StrictTextReader : TextReader
{
    private const int BlockBytes = 1 << 14;
    private readonly string path;
    private readonly string remedy;
    private readonly Stream stream;
    private readonly Encoding encoding;
    private readonly Decoder decoder;
    private readonly byte[] bytes = new byte[BlockBytes];
    private readonly char[] chars;
    private int position;
    private int count;
    private int line = 1;
    private bool isAtEnd;

    /// <param name="path">Names the source in errors.</param>
    /// <param name="stream">Closed with the reader.</param>
    /// <param name="remedy">What the user can do if the encoding is different.</param>
    public StrictTextReader(string path, Stream stream, string remedy)
    {
        (this.path, this.stream, this.remedy) = (path, stream, remedy);
        int start = stream.ReadAtLeast(bytes, 4, throwOnEndOfStream: false);
        encoding = EncodingOf(bytes.AsSpan(0, start));
        decoder = encoding.GetDecoder();
        chars = new char[encoding.GetMaxCharCount(BlockBytes)];
        int mark = bytes.AsSpan(0, start).StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        Decode(bytes.AsSpan(mark, start - mark), flush: false);
    }

    public override int Peek() => Fill() ? chars[position] : -1;

    public override int Read() => Fill() ? chars[position++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || !Fill())
        {
            return 0;
        }

        int taken = Math.Min(buffer.Length, count - position);
        chars.AsSpan(position, taken).CopyTo(buffer);
        position += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    };

    private bool Fill()
    {
        while (position == count && !isAtEnd)
        {
            int read = stream.Read(bytes);
            isAtEnd = read == 0;
            Decode(bytes.AsSpan(0, read), flush: isAtEnd);
        }

        return position < count;
    }

    private void Decode(ReadOnlySpan<byte> block, bool flush)
    {
        try
        {
            (position, count) = (0, decoder.GetChars(block, chars, flush));
        }
        catch (DecoderFallbackException error)
        {
            int lines = LinesIn(block[..Math.Clamp(error.Index, 0, block.Length)]);
            throw Refuse(line + lines, $"is not {encoding.WebName.ToUpperInvariant()} text", error);
        }

        ReadOnlySpan<char> decoded = chars.AsSpan(0, count);
        if (decoded.IndexOf('\0') is >= 0 and var nul)
        {
            throw Refuse(line + decoded[..nul].Count('\n'), "contains a NUL character", null);
        }

        line += decoded.Count('\n');
    }

    /// <summary>A line break is byte 10, padded with zeros to the encoding's code unit.</summary>
    private int LinesIn(ReadOnlySpan<byte> block)
    {
        byte[] lineBreak = encoding.GetBytes("\n");
        int lines = 0;
        for (int i = 0; i + lineBreak.Length <= block.Length; i += lineBreak.Length)
        {
            lines += block.Slice(i, lineBreak.Length).SequenceEqual(lineBreak) ? 1 : 0;
        }

        return lines;
    }

    private BadFileException Refuse(int atLine, string what, Exception? error) => new(path, $"line {atLine} {what}.", remedy, error);
}

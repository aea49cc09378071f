using System.Text;

namespace Hasta.Tool.Output;

/// <summary>Passes text on with control characters and direction overrides escaped as JSON does it, so that JSON stays the same to a parser. Line breaks and tabs pass.</summary>
internal sealed class EscapingWriter(TextWriter inner) : TextWriter
{
    private static readonly string Kept = "\t" + Environment.NewLine;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(TerminalText.Escape(value.ToString(), Kept));

    public override void Write(string? value) => inner.Write(value is null ? null : TerminalText.Escape(value, Kept));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();
}

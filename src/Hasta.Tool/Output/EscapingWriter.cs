using System.Text;

namespace Hasta.Tool.Output;

/// <summary>
/// Escapes control characters and direction overrides in JSON syntax, so that JSON keeps its meaning. Line breaks and tabs are not escaped.
/// </summary>
internal sealed class EscapingWriter(TextWriter inner) : TextWriter
{
    private static readonly string Kept = "\t" + Environment.NewLine;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(TerminalText.Escape(value.ToString(), Kept));

    public override void Write(string? value) => inner.Write(value is null ? null : TerminalText.Escape(value, Kept));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();
}

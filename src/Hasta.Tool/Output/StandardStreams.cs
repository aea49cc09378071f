using System.Text;

namespace Hasta.Tool.Output;

/// <summary>
/// Handles standard streams that are closed, full or disconnected: for standard output it is an error, for standard error it is ignored.
/// </summary>
internal static class StandardStreams
{
    /// <summary>Call once, before anything is printed.</summary>
    public static void Guard()
    {
        Console.SetOut(new Guarded(Console.Out, error => throw new StandardOutputException(error)));
        Console.SetError(new Guarded(Console.Error, _ => { }));
    }

    private sealed class Guarded(TextWriter inner, Action<Exception> onFailure) : TextWriter
    {
        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value) => Try(() => inner.Write(value));

        public override void Write(string? value) => Try(() => inner.Write(value));

        public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

        public override void Flush() => Try(inner.Flush);

        private void Try(Action write)
        {
            try
            {
                write();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                onFailure(error);
            }
        }
    }
}

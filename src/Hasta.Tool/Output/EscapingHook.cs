using Spectre.Console.Rendering;

namespace Hasta.Tool.Output;

/// <summary>
/// The last step before text reaches the console: escapes text that a caller did not escape. Spectre's own codes pass through.
/// </summary>
internal sealed class EscapingHook : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => new Escaped(renderable));

    private sealed class Escaped(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak
            || TerminalText.Escape(segment.Text, kept: "\n") is var safe && ReferenceEquals(safe, segment.Text)
                ? segment
                : new Segment(safe, segment.Style, segment.Link));
    }
}

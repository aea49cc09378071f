namespace Hasta.Video;

/// <summary>What a decoder writes to stderr: the stamps of its frames, and its complaints.</summary>
internal sealed class DecoderLog
{
    public FrameStamps Stamps { get; } = new();

    public LastWords Words { get; } = new();

    public void Hear(string line)
    {
        if (!Stamps.Hear(line))
        {
            Words.Hear(line);
        }
    }
}

using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>What a decoder writes to stderr: the stamps of its frames, and its complaints.</summary>
/// <param name="stamps">Knows its frames' lines.</param>
/// <param name="damage">Knows the lines that mean damage; null where none is looked for.</param>
internal sealed class DecoderLog(FrameStamps stamps, DamageSigns? damage = null)
{
    public FrameStamps Stamps => stamps;

    public ErrorTail Words { get; } = new();

    public void Hear(string line)
    {
        if (stamps.Hear(line))
        {
            damage?.Begin();
            return;
        }

        damage?.Hear(line);
        Words.Append(line);
    }
}

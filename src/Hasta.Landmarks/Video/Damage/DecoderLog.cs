using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Damage;

/// <summary>Parses what a decoder writes to stderr: the frames' stamps, and errors.</summary>
/// <param name="stamps">Recognizes the lines about frames.</param>
/// <param name="damage">Recognizes the lines that mean damage; null if damage is not checked.</param>
internal sealed class DecoderLog(FrameStamps stamps, DamageSigns? damage = null)
{
    public FrameStamps Stamps => stamps;

    public ErrorTail Errors { get; } = new();

    public void Process(string line)
    {
        if (stamps.Process(line))
        {
            damage?.MarkFirstFrame();
            return;
        }

        damage?.Process(line);
        Errors.Append(line);
    }
}

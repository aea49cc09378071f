namespace Hasta.Recognition.Features;

/// <summary>The signer's own left and right.</summary>
public enum Side
{
    Left,
    Right,
}

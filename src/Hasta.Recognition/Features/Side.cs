namespace Hasta.Recognition.Features;

/// <summary>The signer's own left and right.</summary>
internal enum Side
{
    Left,
    Right,
}

namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Which of the signer's own two hands.</summary>
internal enum HandSide
{
    Left,
    Right,
}

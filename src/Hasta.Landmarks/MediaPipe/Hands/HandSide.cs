namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>Which of the signer's own two hands.</summary>
public enum HandSide
{
    Left,
    Right,
}

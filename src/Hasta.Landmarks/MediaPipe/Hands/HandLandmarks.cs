namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>A hand that the network sees in a region.</summary>
/// <param name="Points">21, in pixels, each with confidence 1.</param>
/// <param name="Handedness">0..1: how much it looks like a left hand in a mirror, hence like the right hand of a signer who faces the camera.</param>
internal sealed record HandLandmarks(Landmark[] Points, float Handedness);

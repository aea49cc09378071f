namespace Hasta.Landmarks.MediaPipe.Hands;

/// <summary>A hand that the network found in a region.</summary>
/// <param name="Points">21, in pixels, each with confidence 1.</param>
/// <param name="Handedness">
/// 0..1: score of a left hand in a mirror, and therefore of the right hand of a signer who faces the camera.
/// </param>
internal sealed record HandLandmarks(Landmark[] Points, float Handedness);

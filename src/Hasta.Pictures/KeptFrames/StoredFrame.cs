namespace Hasta.Pictures.KeptFrames;

/// <summary>One frame of a <see cref="FrameSetFile"/>.</summary>
/// <param name="Frame">Index in the clip, from 0.</param>
/// <param name="Bytes">Length of its JPEG in bytes.</param>
internal readonly record struct StoredFrame(int Frame, int Bytes);

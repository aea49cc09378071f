namespace Hasta.Recognition.Live;

/// <summary>
/// Something that happened in a stream: <see cref="Signing"/>, <see cref="Guess"/>, <see cref="Recognized"/>, <see cref="Unsure"/>,
/// <see cref="Misfire"/> or <see cref="Rest"/>.
/// </summary>
/// <param name="Time">Time stamp of the frame that led to it.</param>
public abstract record LiveEvent(TimeSpan Time);

namespace Hasta.Landmarks.Video.Cameras;

/// <summary>
/// Times of a camera's frames relative to the first frame, strictly increasing. ffmpeg's time stamps are exact but follow the wall clock,
/// which may be set; if they differ from the arrival time by more than <see cref="Trust"/>, they are realigned to it.
/// </summary>
internal sealed class CameraClock(TimeProvider time)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinStep = TimeSpan.FromMilliseconds(1);
    private long? start;
    private TimeSpan? anchor;
    private TimeSpan last = -MinStep;

    public TimeSpan Next(TimeSpan? stamp)
    {
        TimeSpan arrival = time.GetElapsedTime(start ??= time.GetTimestamp());
        if (anchor is null || (stamp - anchor.Value - arrival)?.Duration() > Trust)
        {
            anchor = stamp - arrival;
        }

        TimeSpan frame = stamp - anchor ?? arrival;
        return last = frame > last ? frame : last + MinStep;
    }
}

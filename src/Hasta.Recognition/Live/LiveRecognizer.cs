using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Hasta.Landmarks;
using Hasta.Landmarks.Video.Cameras;
using Hasta.Landmarks.Video.Programs;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live.Segmentation;

namespace Hasta.Recognition.Live;

/// <summary>
/// Recognizes the signs in one stream of landmarks, whatever its source: a camera, a video, a .pose file or a socket. It uses the frames'
/// time stamps alone. A stream needs less than 5 MB.
/// </summary>
/// <remarks>One stream and one thread at a time; any number of them can share a <see cref="SignRecognizer"/>.</remarks>
public sealed class LiveRecognizer
{
    private readonly SignRecognizer recognizer;
    private readonly LiveRecognizerOptions options;
    private readonly SignSegmenter segmenter;
    private TimeSpan nextGuess;
    private string? previous;

    /// <param name="recognizer">Must outlive the stream.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The model needs video frames, or an option is out of range.</exception>
    public LiveRecognizer(SignRecognizer recognizer, LiveRecognizerOptions? options = null)
    {
        if (recognizer.NeedsFrames)
        {
            throw new ArgumentException("A model that uses video frames cannot recognize a stream of landmarks.", nameof(recognizer));
        }

        this.recognizer = recognizer;
        this.options = options ?? new LiveRecognizerOptions();
        if (this.options.MinConfidence is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentException("The minimum confidence must be in 0..1.", nameof(options));
        }

        segmenter = new SignSegmenter(this.options.Segmenter);
    }

    /// <summary>Called with each recognized sign and its frames, without the face, before its event is returned.</summary>
    internal Action<Recognized, IReadOnlyList<LandmarkFrame>>? OnRecognized { get; init; }

    /// <summary>
    /// Recognizes a stream until it ends. Frames are requested one at a time: a source in real time must drop those that nobody requested,
    /// as <see cref="Camera"/> does.
    /// </summary>
    /// <param name="frames">
    /// Landmarks in pixels. If a time is earlier than the one before, or more than a second later, the sign in progress ends there.
    /// </param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    public async IAsyncEnumerable<LiveEvent> RecognizeAsync(
        IAsyncEnumerable<LandmarkFrame> frames, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Reset();
        ExceptionDispatchInfo? failure = null;
        await using IAsyncEnumerator<LandmarkFrame> source = frames.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(source, error => failure = error) is { } frame)
        {
            foreach (LiveEvent happened in Add(frame))
            {
                yield return happened;
            }
        }

        foreach (LiveEvent happened in Complete())
        {
            yield return happened;
        }

        failure?.Throw();
    }

    /// <summary>Recognizes the signs in a video or .pose file of any length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops after the current frame.</param>
    /// <exception cref="BadFileException">The file or one of MediaPipe's networks is missing or corrupt.</exception>
    /// <exception cref="MissingFfmpegException">The file is a video, and ffmpeg is not installed.</exception>
    public async IAsyncEnumerable<LiveEvent> RecognizeFileAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LandmarkFrames clip = await recognizer.OpenAsync(path, cancellationToken);
        await foreach (LiveEvent happened in RecognizeAsync(clip.Frames, cancellationToken))
        {
            yield return happened;
        }
    }

    /// <summary>Recognizes the signs in front of a camera until it is cancelled. Slow computers see fewer frames, never old ones.</summary>
    /// <param name="camera">The camera.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="CameraException">The camera is missing or busy, access to it is denied, or it stopped.</exception>
    /// <exception cref="BadFileException">One of MediaPipe's networks is missing or corrupt.</exception>
    /// <exception cref="MissingFfmpegException">ffmpeg is not installed.</exception>
    public IAsyncEnumerable<LiveEvent> RecognizeCameraAsync(Camera camera, CancellationToken cancellationToken = default)
    {
        recognizer.LoadLandmarkModels(); // before the camera is opened, so that its first frames are not old
        return RecognizeAsync(recognizer.Track(camera.ReadAsync(cancellationToken)), cancellationToken);
    }

    /// <summary>For streams that are pushed: processes the next frame.</summary>
    /// <returns>What happened, in order.</returns>
    public IReadOnlyList<LiveEvent> Add(LandmarkFrame frame)
    {
        LiveEvent[] events = [.. segmenter.Add(frame).SelectMany(signal => Convert(signal, frame.Time))];
        return events.Length == 0 && GuessAt(frame.Time) is { } guess ? [guess] : events;
    }

    /// <summary>Ends the stream, and the sign in progress.</summary>
    public IReadOnlyList<LiveEvent> Complete() => [.. segmenter.Complete().SelectMany(signal => Convert(signal, signal.End))];

    /// <summary>Forgets the stream, and the sign in progress.</summary>
    public void Reset()
    {
        segmenter.Reset();
        previous = null;
    }

    /// <summary>A camera that is unplugged ends the stream like any other end, and then fails.</summary>
    private static async Task<LandmarkFrame?> NextAsync(
        IAsyncEnumerator<LandmarkFrame> source, Action<ExceptionDispatchInfo> onFailure)
    {
        try
        {
            return await source.MoveNextAsync() ? source.Current : null;
        }
        catch (HastaException error)
        {
            onFailure(ExceptionDispatchInfo.Capture(error));
            return null;
        }
    }

    private LiveEvent[] Convert(SegmenterSignal signal, TimeSpan time)
    {
        switch (signal.Kind)
        {
            case SegmenterSignalKind.Started:
                nextGuess = signal.Start + options.GuessAfter;
                return [new Signing(time, signal.Start)];
            case SegmenterSignalKind.Misfired:
                return [new Misfire(time, signal.Start, signal.End)];
            case SegmenterSignalKind.Rested:
                previous = null;
                return [new Rest(time)];
            default:
                return Recognize(signal, time);
        }
    }

    private LiveEvent[] Recognize(SegmenterSignal sign, TimeSpan time)
    {
        if (Classify(sign.Frames) is not { } result)
        {
            return [new Misfire(time, sign.Start, sign.End)];
        }

        if (result.Unsure)
        {
            return [new Unsure(time, sign.Start, sign.End, result)];
        }

        bool isRepeated = result.Gloss == previous; // the hands were not lowered since: the end of the same sign
        previous = result.Gloss;
        if (isRepeated)
        {
            return [new Misfire(time, sign.Start, sign.End)];
        }

        var word = new Recognized(time, sign.Start, sign.End, result);
        OnRecognized?.Invoke(word, sign.Frames);
        return [word];
    }

    private Guess? GuessAt(TimeSpan time)
    {
        if (time < nextGuess || segmenter.Current is not { } frames || Classify(frames) is not { Reason: null } result)
        {
            return null;
        }

        nextGuess = time + options.GuessInterval;
        return new Guess(time, result.Gloss, result.Confidence);
    }

    /// <returns>Null if the signer cannot be seen.</returns>
    private SignResult? Classify(IReadOnlyList<LandmarkFrame> frames)
    {
        try
        {
            return WithThreshold(recognizer.Recognize(LiveSequence.From(frames)));
        }
        catch (NoBodyException)
        {
            return null;
        }
    }

    private SignResult WithThreshold(SignResult result) =>
        options.MinConfidence is not { } min || result.Kind != SignKind.Known || result.Reason is { Kind: not UnsureKind.LowConfidence }
            ? result
            : result with { Reason = result.Confidence < min ? UnsureReason.LowConfidence(min) : null };
}

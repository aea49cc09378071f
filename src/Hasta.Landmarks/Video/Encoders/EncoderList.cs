using Hasta.Landmarks.Video.Programs;

namespace Hasta.Landmarks.Video.Encoders;

/// <summary>Checks which encoders a build of ffmpeg has.</summary>
internal static class EncoderList
{
    private const int MaxBytes = 256 << 10;
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="MissingFfmpegException">The program does not start or does not answer.</exception>
    public static async Task<bool> HasAsync(Ffmpeg ffmpeg, string encoder, CancellationToken cancellationToken)
    {
        try
        {
            await using ChildProcess child = ChildProcess.Start(ffmpeg.Program, ["-hide_banner", "-encoders"], _ => { });
            string answer = await child.ReadTextAsync(IdleTimeout, MaxBytes, cancellationToken);
            return answer.Contains($" {encoder} ", StringComparison.Ordinal);
        }
        catch (TimeoutException error)
        {
            throw new MissingFfmpegException($"{ffmpeg.Program} does not answer: {error.Message}.", error);
        }
    }
}

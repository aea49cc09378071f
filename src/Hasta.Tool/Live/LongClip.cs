using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;
using Hasta.Recognition;

namespace Hasta.Tool.Live;

/// <summary>A video or .pose file that is read as a stream.</summary>
/// <param name="Path">The file.</param>
/// <param name="Landmarks">Can be read once.</param>
/// <param name="Length">Null if the file does not state it.</param>
internal sealed record LongClip(string Path, LandmarkFrames Landmarks, TimeSpan? Length)
{
    /// <param name="recognizer">Finds the landmarks of videos.</param>
    /// <param name="path">The file.</param>
    /// <param name="person">The person to use from .pose files of several people, from 1; null for the one who signs.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="HastaException">The file is missing or corrupt, or it is a video and ffmpeg or model files are missing.</exception>
    public static async Task<LongClip> OpenAsync(
        SignRecognizer recognizer, string path, int? person, CancellationToken cancellationToken)
    {
        if (ClipArguments.IsPose(path))
        {
            LandmarkSequence poses = await Task.Run(() => PoseFile.Read(path, person), cancellationToken);
            return new LongClip(path, LandmarkFrames.From(poses), poses.Frames.Count > 0 ? poses.Frames[^1].Time : TimeSpan.Zero);
        }

        VideoInfo video = await VideoInfo.ReadAsync(path, cancellationToken);
        return new LongClip(path, await recognizer.OpenAsync(path, cancellationToken), video.Duration);
    }
}

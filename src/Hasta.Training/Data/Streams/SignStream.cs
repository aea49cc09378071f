namespace Hasta.Training.Data.Streams;

/// <summary>A signer over time, and what was signed.</summary>
/// <param name="Poses">One each 1/<see cref="FramesPerSecond"/> s.</param>
/// <param name="Signs">In order of time.</param>
internal sealed record SignStream(IReadOnlyList<BodyPose> Poses, IReadOnlyList<StreamSign> Signs)
{
    /// <summary>Finer than any camera, which samples it.</summary>
    public const int FramesPerSecond = 60;

    public TimeSpan Duration => TimeSpan.FromSeconds(Poses.Count / (double)FramesPerSecond);
}

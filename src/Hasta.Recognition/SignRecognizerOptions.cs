using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Video.Treatments;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition;

/// <summary>
/// How clips are processed. Everything that a model depends on, such as MediaPipe's networks and the height of frames, comes from the
/// model itself.
/// </summary>
public sealed record SignRecognizerOptions
{
    /// <summary>Where MediaPipe's model files are; null for the default locations (<see cref="ModelFiles.Find"/>).</summary>
    public ModelFiles? LandmarkModels { get; init; }

    /// <summary>Number of the person to use from .pose files with several people, from 1; null for the one who signs.</summary>
    public int? Person { get; init; }

    /// <summary>The region of videos to process; null for whole frames.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>Signs that users taught, to answer with too; null for none.</summary>
    public SignLibrary? Library { get; init; }

    /// <summary>Whether to answer with words too of which the model has recordings of a single signer: expect less of them.</summary>
    public bool AllWords { get; init; }

    /// <summary>Creates a frame keeper per clip (<c>FrameChooser</c> of Hasta.Pictures); required if the model uses video frames.</summary>
    public Func<IFrameKeeper>? FrameKeeper { get; init; }
}

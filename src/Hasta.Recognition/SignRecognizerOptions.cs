using Hasta.Landmarks.Inference;
using Hasta.Landmarks.Video.Treatments;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition;

/// <summary>How clips are looked at. All that a model depends on, such as MediaPipe's networks and the height of frames, comes from the model itself.</summary>
public sealed record SignRecognizerOptions
{
    /// <summary>Where MediaPipe's model files are; null for the usual places (<see cref="ModelFiles.Find"/>).</summary>
    public ModelFiles? LandmarkModels { get; init; }

    /// <summary>Whom to take from .pose files of several people, from 1; null for the one who signs.</summary>
    public int? Person { get; init; }

    /// <summary>The part of videos that is looked at; null for all of it.</summary>
    public PictureRegion? Region { get; init; }

    /// <summary>Makes a keeper of pictures per clip (<c>FrameChooser</c> of Hasta.Pictures); needed by models that look at pictures.</summary>
    public Func<IFrameKeeper>? FrameKeeper { get; init; }
}

using System.Globalization;
using Hasta.Landmarks;
using Hasta.Recognition.Enrollment;
using Hasta.Recognition.Live;
using Hasta.Tool.Live;

namespace Hasta.Tool.Recording;

/// <summary>
/// Keeps recognized signs in a sign library, which is a data set, each as soon as it is over. Signs that the model is not sure of are left
/// out: their glosses would often be wrong.
/// </summary>
/// <param name="library">Has the signer's consent.</param>
/// <param name="signer">Who signs.</param>
internal sealed class LiveRecording(SignLibrary library, string signer)
{
    /// <summary>Number of signs that were kept.</summary>
    public int Signs { get; private set; }

    /// <summary>Names the library's folder.</summary>
    public string Folder => library.Path;

    /// <param name="source">Where the sign was seen.</param>
    /// <param name="word">The sign.</param>
    /// <param name="frames">Its landmarks.</param>
    /// <exception cref="HastaException">The library cannot be written, or has the same recording as another sign.</exception>
    public void Add(LiveSource source, Recognized word, IReadOnlyList<LandmarkFrame> frames) => Signs += library.Add(new NewSign
    {
        Gloss = word.Result.Gloss,
        Signer = signer,
        Clips =
        [
            new EnrollmentClip
            {
                Landmarks = LiveSequence.From(frames) with { Width = source.Size.Width, Height = source.Size.Height },
                Source = string.Create(
                    CultureInfo.InvariantCulture, $"{source.Name}#t={word.Start.TotalSeconds:0.###},{word.End.TotalSeconds:0.###}"),
                Engine = source.Engine with { Face = null },
            },
        ],
    });
}

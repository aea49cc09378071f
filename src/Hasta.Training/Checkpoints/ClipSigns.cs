using Hasta.Recognition.Enrollment;
using Hasta.Training.Data;
using Hasta.Training.Models;
using TorchSharp;

namespace Hasta.Training.Checkpoints;

/// <summary>Clips as a classifier sees them, for the prototypes of its checkpoint.</summary>
internal static class ClipSigns
{
    /// <summary>Leaves the classifier in evaluation mode.</summary>
    /// <param name="classifier">A trained classifier.</param>
    /// <param name="device">The device it is on.</param>
    /// <param name="training">Clips of the vocabulary, at least one.</param>
    /// <param name="oneSigner">See <see cref="KnownSigns.Fit"/>.</param>
    public static KnownSigns Fit(
        Classifier classifier, torch.Device device, IReadOnlyList<LoadedClip> training, IReadOnlyList<LoadedClip> oneSigner) =>
        KnownSigns.Fit(Takes(classifier, device, training), Takes(classifier, device, oneSigner));

    /// <inheritdoc cref="Fit"/>
    /// <returns>One per clip, in the clips' order.</returns>
    public static IReadOnlyList<SignTake> Takes(Classifier classifier, torch.Device device, IReadOnlyList<LoadedClip> clips) =>
    [
        .. Predictor.Run(classifier, device, [.. clips.Select(clip => clip.Body)])
            .Zip(clips, (output, clip) => new SignTake(clip.Gloss, clip.Signer, output.Embedding)),
    ];
}

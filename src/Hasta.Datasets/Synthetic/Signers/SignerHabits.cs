using System.Numerics;
using Hasta.Datasets.Synthetic.Body;

namespace Hasta.Datasets.Synthetic.Signers;

/// <summary>How a signer moves.</summary>
internal sealed record SignerHabits
{
    public required bool LeftHanded { get; init; }

    /// <summary>Speed of the stroke; 1 is the sign's own.</summary>
    public required float Tempo { get; init; }

    /// <summary>Size of the movements; 1 is the sign's own.</summary>
    public required float Amplitude { get; init; }

    public required RestPlace Rest { get; init; }

    /// <summary>Time for the hand to move from rest to the sign's place, and back.</summary>
    public required float LeadSeconds { get; init; }

    /// <summary>
    /// A personal offset of every place, in shoulder widths: x away from the middle of the body, y down, z away from the camera.
    /// </summary>
    public required Vector3 Shift { get; init; }

    /// <summary>How far the elbows are from the body, 0 close to 1 wide.</summary>
    public required float Elbows { get; init; }

    /// <summary>How loosely hand shapes are formed: 0 exact to 1 always the relaxed hand.</summary>
    public required float Laxness { get; init; }
}

namespace Hasta.Datasets.Leakage;

/// <summary>What two clips in different splits have in common, most certain first.</summary>
internal enum LeakKind
{
    /// <summary>Bit-identical landmarks: one recording under two names.</summary>
    SameLandmarks,

    /// <summary>Bit-identical source file, prepared with different settings.</summary>
    SameSource,

    /// <summary>Same gloss and same camera-assigned name (MVI_0042): INCLUDE-50 against INCLUDE, or one video in two formats.</summary>
    SameName,

    /// <summary>Same gloss and adjacent file numbers: one person making the sign twice in a row, in the same clothes and light.</summary>
    NearTake,
}

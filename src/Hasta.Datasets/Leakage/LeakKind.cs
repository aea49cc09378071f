namespace Hasta.Datasets.Leakage;

/// <summary>What two clips in different parts have in common, the surest first.</summary>
internal enum LeakKind
{
    /// <summary>The same landmarks, to the bit: one recording under two names.</summary>
    SameLandmarks,

    /// <summary>The same source file, to the bit, prepared with other settings.</summary>
    SameSource,

    /// <summary>The same gloss and the same name given by a camera (MVI_0042): INCLUDE-50 against INCLUDE, or one video in two formats.</summary>
    SameName,

    /// <summary>The same gloss and neighbouring file numbers: one person signing the word twice in a row, in the same clothes and light.</summary>
    NearTake,
}

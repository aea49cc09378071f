namespace Hasta.Recognition.Enrollment;

/// <summary>Where the model knows a sign from.</summary>
public enum SignKind
{
    /// <summary>The model was trained on it.</summary>
    Known,

    /// <summary>Somebody enrolled it with a few recordings.</summary>
    Enrolled,

    /// <summary>The model has recordings of a single signer, and was not trained on them: expect less.</summary>
    OneSigner,
}

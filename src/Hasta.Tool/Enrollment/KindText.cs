using Hasta.Recognition.Enrollment;

namespace Hasta.Tool.Enrollment;

/// <summary>Marks signs that the model was not trained on.</summary>
internal static class KindText
{
    /// <returns>Empty for a known word.</returns>
    public static string Format(SignKind kind) => kind switch
    {
        SignKind.Enrolled => " (enrolled)",
        SignKind.OneSigner => " (one signer only: expect less)",
        _ => "",
    };
}

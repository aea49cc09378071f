using Hasta.Recognition.Enrollment;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Enrollment;

/// <summary>Asks once per signer whether they agree to be kept in the library, and writes the answer down.</summary>
internal static class ConsentPrompt
{
    /// <param name="terminal">Asks on standard error.</param>
    /// <param name="library">Keeps the note.</param>
    /// <param name="signer">Who is recorded.</param>
    /// <param name="isGiven">Whether the caller confirms it, for scripts.</param>
    /// <exception cref="UsageException">The answer is no, or nobody can be asked.</exception>
    public static void Require(Terminal terminal, SignLibrary library, string signer, bool isGiven)
    {
        if (library.ConsentOf(signer) is not null)
        {
            return;
        }

        string note = $"{signer} agrees that the landmarks of these recordings (positions of body, face and hands, no pictures) are kept "
            + $"in {library.Path} until they are removed, and that a model may be trained on them.";
        if (!isGiven && !Ask(terminal, note))
        {
            throw new UsageException($"Nothing is kept: {signer} must agree. Answer y, or confirm it with --yes.");
        }

        library.AddConsent(signer, isGiven ? $"{note} Confirmed with --yes." : note);
    }

    private static bool Ask(Terminal terminal, string note) =>
        !Console.IsInputRedirected
        && terminal.Error.Profile.Capabilities.Interactive
        && new ConfirmationPrompt($"{TerminalText.ToMarkup(note)} Is that so?") { DefaultValue = false }.Show(terminal.Error);
}

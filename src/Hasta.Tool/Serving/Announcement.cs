using Hasta.Tool.Output;
using Hasta.Web.Access;

namespace Hasta.Tool.Serving;

/// <summary>What <c>hasta serve</c> prints when it has started.</summary>
internal static class Announcement
{
    /// <param name="terminal">The link goes to standard output, remarks to standard error.</param>
    /// <param name="address">The server's.</param>
    /// <param name="access">Who may connect.</param>
    /// <param name="hasCode">Whether to draw the link as a QR code even if standard output is not a terminal.</param>
    public static void Print(Terminal terminal, Uri address, AccessOptions access, bool hasCode)
    {
        Uri link = access.Token is { } token ? new Uri(address, "/?token=" + token.Text) : address;
        terminal.Answers.WriteLine(link);
        if (access.IsOpen && (hasCode || terminal.Out.Profile.Out.IsTerminal))
        {
            foreach (string line in LinkCode.LinesOf(link))
            {
                terminal.Answers.WriteLine(line);
            }
        }

        Warn(terminal, access);
    }

    private static void Warn(Terminal terminal, AccessOptions access)
    {
        if (access.Certificate is { IsGiven: false } own)
        {
            terminal.Error.WriteLine(
                "Browsers warn of the certificate, because this computer made it itself. Go on if its SHA-256 fingerprint is "
                + $"{own.Fingerprint}");
        }

        if (access.IsBehindProxy)
        {
            terminal.Error.WriteLine(
                "--http: use it only behind a reverse proxy with HTTPS on this computer. Otherwise others in the network can read the "
                + "token and the pictures, and browsers refuse the camera.");
        }
    }
}

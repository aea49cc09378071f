using Hasta.Datasets.Splits;
using Hasta.Landmarks.Text;

namespace Hasta.Datasets.Clips;

/// <summary>One clip on disk: a video (or a .pose file) of one person signing one word. Names are kept as <see cref="NameText.Clean"/> has them.</summary>
/// <param name="Path">Where it lies, absolute.</param>
/// <param name="Id">Its name within the data set, <c>/</c>-separated and unique, without the file ending where that is unambiguous.</param>
/// <param name="Gloss">The sign's word.</param>
/// <param name="Signer">Who signs, where known.</param>
/// <param name="Session">The recording session, where known.</param>
/// <param name="Split">The official list's part, where there is one.</param>
internal sealed record Clip(string Path, string Id, string Gloss, string? Signer = null, string? Session = null, Split? Split = null)
{
    public string Gloss { get; init => field = NameText.Clean(value); } = NameText.Clean(Gloss);

    public string? Signer { get; init => field = Named(value); } = Named(Signer);

    public string? Session { get; init => field = Named(value); } = Named(Session);

    private static string? Named(string? name) => name is not null && NameText.Clean(name) is { Length: > 0 } clean ? clean : null;
}

using System.Net.Http.Headers;

namespace Hasta.Include.Download;

/// <summary>What must stay the same from answer to answer for their bytes to belong together.</summary>
/// <param name="bytes">The length that was announced.</param>
/// <param name="tag">The entity tag that an earlier run saw; null at the first.</param>
internal sealed class RemoteIdentity(long bytes, string? tag = null)
{
    private readonly Lock gate = new();

    /// <summary>Null until an answer brings one.</summary>
    public string? Tag { get; private set; } = tag;

    /// <summary>For If-Range; a weak tag does not promise equal bytes and cannot stand there.</summary>
    public EntityTagHeaderValue? StrongTag => Tag is { } known && EntityTagHeaderValue.TryParse(known, out EntityTagHeaderValue? parsed) && !parsed.IsWeak ? parsed : null;

    /// <exception cref="ChangedFileException">Another length or another tag.</exception>
    public void Check(Uri address, long? length, string? newTag)
    {
        if (length is not null && length != bytes)
        {
            throw new ChangedFileException($"{address} has {length} bytes on the server and {bytes} were announced.");
        }

        lock (gate)
        {
            if (newTag is not null && Tag is not null && newTag != Tag)
            {
                throw new ChangedFileException($"{address} was changed on the server while it was downloaded (its tag was {Tag} and is {newTag}).");
            }

            Tag ??= newTag;
        }
    }
}

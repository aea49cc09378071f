using System.Net.Http.Headers;

namespace Hasta.Datasets.Fetching.Ranges;

/// <summary>What must be the same in all responses for their bytes to belong to the same file.</summary>
/// <param name="bytes">The announced length.</param>
/// <param name="tag">The entity tag seen by an earlier process; null at first.</param>
internal sealed class RemoteIdentity(long bytes, string? tag = null)
{
    private readonly Lock gate = new();

    /// <summary>Null until a response contains one.</summary>
    public string? Tag { get; private set; } = tag;

    /// <summary>For If-Range; a weak tag does not guarantee identical bytes and is not allowed there.</summary>
    public EntityTagHeaderValue? StrongTag =>
        Tag is { } known && EntityTagHeaderValue.TryParse(known, out EntityTagHeaderValue? parsed) && !parsed.IsWeak ? parsed : null;

    /// <exception cref="ChangedFileException">The length or the tag differs.</exception>
    public void Check(Uri address, long? length, string? newTag)
    {
        if (length is not null && length != bytes)
        {
            throw new ChangedFileException($"{address} has {length} bytes on the server, but {bytes} were announced.");
        }

        lock (gate)
        {
            if (newTag is not null && Tag is not null && newTag != Tag)
            {
                throw new ChangedFileException(
                    $"{address} was changed on the server while it was downloaded (its tag was {Tag} and is now {newTag}).");
            }

            Tag ??= newTag;
        }
    }
}

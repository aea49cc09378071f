using Hasta.TestKit;
using Hasta.Datasets.Preparation;

namespace Hasta.Datasets.Tests.Preparation;

/// <summary>The lock of downloaded clips, when processes follow each other.</summary>
public sealed class FetchedClipLockTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task The_lock_file_outlives_its_owner_and_the_clips_folder_does_not()
    {
        await Open().DisposeAsync();

        Assert.Equal([folder.At(".fetched.lock")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_later_owner_locks_the_same_file()
    {
        await Open().DisposeAsync();
        await using FetchedClipExtractor later = Open();

        Assert.Throws<DataFolderException>(Open);
        Assert.True(Directory.Exists(folder.At(".fetched")));
    }

    public void Dispose() => folder.Dispose();

    private FetchedClipExtractor Open() => new(new MadeExtractor(), folder.Path, [], ahead: 1);
}

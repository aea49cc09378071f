using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Tests.IO;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_failed_write_leaves_the_old_file_and_no_temporary_one()
    {
        string folder = Directory.CreateTempSubdirectory("hasta-").FullName;
        string path = Path.Combine(folder, "kept.txt");
        AtomicFile.WriteText(path, "old");

        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }
}

using System.Buffers.Binary;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;

namespace Hasta.Web.Clips;

/// <summary>A clip that was sent, in a folder that only the server's user can read; removed with it.</summary>
internal sealed class UploadedClip : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-clip-"); // readable by its owner only

    private UploadedClip()
    {
        Path = System.IO.Path.Combine(folder.FullName, "clip");
    }

    /// <summary>Ends in <c>.pose</c> if the content is that of a .pose file, whatever the sender called it.</summary>
    public string Path { get; private set; }

    /// <param name="body">Read to its end.</param>
    /// <param name="cancellationToken">Ends the transfer; nothing is left of it.</param>
    public static async Task<UploadedClip> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var clip = new UploadedClip();
        try
        {
            await using (FileStream file = File.Create(clip.Path))
            {
                await body.CopyToAsync(file, cancellationToken);
            }

            clip.NameByContent();
            return clip;
        }
        catch
        {
            clip.Dispose();
            throw;
        }
    }

    /// <returns>The bytes of a .pose file.</returns>
    public async Task<byte[]> ToPoseAsync(LandmarkSequence landmarks, CancellationToken cancellationToken)
    {
        string path = System.IO.Path.Combine(folder.FullName, "landmarks" + PoseFile.Extension);
        PoseFile.Write(path, landmarks);
        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>.pose files begin with their version; no video begins with one of these numbers.</summary>
    private void NameByContent()
    {
        Span<byte> start = stackalloc byte[sizeof(float)];
        using (FileStream file = File.OpenRead(Path))
        {
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            {
                return;
            }
        }

        if (BinaryPrimitives.ReadSingleLittleEndian(start) is 0f or 0.1f or PoseHeader.LatestVersion)
        {
            string pose = Path + PoseFile.Extension;
            File.Move(Path, pose);
            Path = pose;
        }
    }
}

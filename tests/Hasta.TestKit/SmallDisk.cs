using System.Diagnostics;

namespace Hasta.TestKit;

/// <summary>A real file system of one megabyte in memory that tests can fill; skips the test if it cannot be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly bool isMounted;

    public SmallDisk()
    {
        Directory.CreateDirectory(Path);
        isMounted = OperatingSystem.IsLinux() && Shell("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", Path) == 0;
        if (!isMounted)
        {
            folder.Dispose();
            Assert.Skip("Only root can mount a small disk.");
        }
    }

    public string Path => folder.At("disk");

    private string Ballast => At("ballast");

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Fills the disk except for <paramref name="leave"/> bytes, in steps of a page.</summary>
    public void Fill(int leave = 0)
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - leave));
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Shell("umount", Path);
        folder.Dispose();
    }

    private static int Shell(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

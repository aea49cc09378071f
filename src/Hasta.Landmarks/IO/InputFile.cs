namespace Hasta.Landmarks.IO;

/// <summary>The one way to open a file that the user named: pipes and devices, which may never end, and Git LFS pointers are refused.</summary>
internal static class InputFile
{
    private const int MaxPointerBytes = 1024;

    private static ReadOnlySpan<byte> GitLfsPointer => "version https://git-lfs.github.com/spec/"u8;

    /// <returns>The file, for reading from its start.</returns>
    /// <inheritdoc cref="RejectPipe"/>
    public static FileStream Open(string path, FileShare share = FileShare.Read)
    {
        RejectPipe(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, share);
    }

    /// <summary>The bytes that the file had when it was opened.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The most it may have; below 2 GiB.</param>
    /// <exception cref="BadFileException">Larger, a pipe, a device, or a Git LFS pointer.</exception>
    /// <exception cref="IOException">Missing, or it cannot be read.</exception>
    public static byte[] ReadAllBytes(string path, int maxBytes)
    {
        using FileStream stream = Open(path);
        if (stream.Length > maxBytes)
        {
            throw new BadFileException(path, $"{stream.Length} bytes are more than the {maxBytes} this file may have.", "Is it the right file?");
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A missing file passes: whoever opens it says so.</summary>
    /// <exception cref="BadFileException">A pipe, a device, or a Git LFS pointer.</exception>
    public static void RejectPipe(string path)
    {
        FileInfo file = Find(path);
        if (file is { Exists: true, Length: 0 } && IsEndless(path))
        {
            throw new BadFileException(path, "this is a pipe or a device, not a file.", "Save its contents to a file and name that.");
        }

        if (file is { Exists: true, Length: > 0 and < MaxPointerBytes } && IsPointer(path))
        {
            throw new BadFileException(path, "this is a Git LFS pointer, not the file itself.", "Download the file: git lfs pull");
        }
    }

    /// <summary>The file that a link leads to: a link has a length of its own.</summary>
    public static FileInfo Find(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
        }
        catch (IOException)
        {
            return file; // links that lead round in a circle; opening it says so
        }
    }

    /// <summary>Opened for writing too, since opening a pipe for reading alone waits for a writer. A device has no length and yet gives bytes.</summary>
    private static bool IsEndless(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !stream.CanSeek || stream.ReadByte() >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // whoever reads it says why it cannot be opened
        }
    }

    private static bool IsPointer(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[GitLfsPointer.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(GitLfsPointer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // as above
        }
    }
}

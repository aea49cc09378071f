namespace Hasta.Landmarks.IO;

/// <summary>Opens all files that the user names. Pipes and devices, which may never end, and Git LFS pointers are rejected.</summary>
internal static class InputFile
{
    private const int MaxPointerBytes = 1024;

    private static ReadOnlySpan<byte> GitLfsPointer => "version https://git-lfs.github.com/spec/"u8;

    /// <returns>The file, positioned at its start.</returns>
    /// <inheritdoc cref="RejectNonFile"/>
    public static FileStream Open(string path, FileShare share = FileShare.Read)
    {
        RejectNonFile(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, share);
    }

    /// <summary>The bytes that the file had when it was opened.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The maximum size, below 2 GiB.</param>
    /// <exception cref="BadFileException">The file is larger, a pipe, a device, or a Git LFS pointer.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static byte[] ReadAllBytes(string path, int maxBytes)
    {
        using FileStream stream = Open(path);
        if (stream.Length > maxBytes)
        {
            throw new BadFileException(
                path,
                $"{stream.Length} bytes are more than the {maxBytes} allowed for this file.",
                "Check that it is the right file.");
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A missing file passes: opening it reports the error.</summary>
    /// <exception cref="BadFileException">The file is a pipe, a device, or a Git LFS pointer.</exception>
    public static void RejectNonFile(string path)
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

    /// <summary>The file that a link points to, because a link has its own length.</summary>
    public static FileInfo Find(string path)
    {
        var file = new FileInfo(path);
        try
        {
            return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
        }
        catch (IOException)
        {
            return file; // a cycle of links; opening the file reports it
        }
    }

    /// <summary>
    /// Opens the file for writing too, because opening a pipe only for reading waits for a writer. A device has no length but returns
    /// bytes.
    /// </summary>
    private static bool IsEndless(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !stream.CanSeek || stream.ReadByte() >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // reading it later reports why it cannot be opened
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

using System.Buffers.Binary;
using System.Diagnostics;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.TestKit;

/// <summary>A temporary folder of tiny clips, created by ffmpeg.</summary>
public sealed class ClipFolder : IDisposable
{
    /// <summary>Frame n is grey with luminance 16 + 4n, so a frame's pixels encode its number (up to 50).</summary>
    public const string Counting = "nullsrc=s=48x32:r=25,geq=lum='16+4*N':cb=128:cr=128,format=yuv420p";

    private readonly string folder = Directory.CreateTempSubdirectory("hasta-video-").FullName;

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Text(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Creates a clip from a lavfi source; <paramref name="options"/> are split at spaces.</summary>
    public string Make(string name, string source, string options) =>
        Run(name, ["-f", "lavfi", "-i", source, .. options.Split(' ')]);

    /// <summary>Copies a clip's packets unchanged; <paramref name="options"/> precede the input.</summary>
    public string Copied(string clip, string name, string options) =>
        Run(name, [.. options.Split(' '), "-i", "file:" + clip, "-map", "0", "-c", "copy"]);

    private string Run(string name, string[] options)
    {
        string[] arguments = ["-v", "error", "-nostdin", "-y", .. options, "file:" + Path(name)];
        using Process ffmpeg = Process.Start(new ProcessStartInfo(Ffmpeg.Find().Program, arguments) { RedirectStandardError = true })!;
        string errors = ffmpeg.StandardError.ReadToEnd();
        ffmpeg.WaitForExit();
        Assert.True(ffmpeg.ExitCode == 0, errors);
        return Path(name);
    }

    /// <summary>A counting clip in mp4 with reordered frames (B-frames).</summary>
    public string Counted(string name, int frames, string options = "-bf 2") =>
        Make(name, Counting, $"-frames:v {frames} -c:v mpeg4 -q:v 1 {options}");

    /// <summary>The first bytes of a clip, up to <paramref name="fraction"/> of its length.</summary>
    public string Truncated(string clip, string name, double fraction)
    {
        byte[] bytes = File.ReadAllBytes(clip);
        File.WriteAllBytes(Path(name), bytes[..(int)(bytes.Length * fraction)]);
        return Path(name);
    }

    /// <summary>Writes a quarter turn clockwise into the display matrix of the track of an mp4, as a phone does.</summary>
    public static void TurnClockwise(string mp4) => Turn(mp4, [0, 0x10000, 0, -0x10000, 0, 0]);

    public static void TurnCounterclockwise(string mp4) => Turn(mp4, [0, -0x10000, 0, 0x10000, 0, 0]);

    /// <summary>The real programs, with ffmpeg replaced by a shell script that receives its arguments.</summary>
    public Ffmpeg Script(string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffmpeg is a shell script.");

        // Written by another process: a file that this process just had open may be "busy" while another test starts a child process.
        string script = Path("ffmpeg-stand-in");
        string[] arguments = ["-c", "printf '%s\\n' \"$1\" > \"$2\" && chmod +x \"$2\"", "sh", "#!/bin/sh\n" + body, script];
        using Process shell = Process.Start("/bin/sh", arguments);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return Ffmpeg.Find() with { Program = script };
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Turn(string mp4, int[] rows)
    {
        byte[] bytes = File.ReadAllBytes(mp4);
        int matrix = bytes.AsSpan().IndexOf("tkhd"u8) + 44; // after version, times, track, layer and volume
        for (int i = 0; i < rows.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(matrix + (4 * i)), rows[i]);
        }

        File.WriteAllBytes(mp4, bytes);
    }
}

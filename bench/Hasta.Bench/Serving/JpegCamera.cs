using CliWrap;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench.Serving;

/// <summary>Cuts clips into JPEG frames, as the page's camera makes them.</summary>
internal static class JpegCamera
{
    /// <param name="clips">Played one after the other.</param>
    /// <param name="height">Of the frames, in pixels; the width is 4/3 of it.</param>
    public static async Task<Camera> ReadAsync(IReadOnlyList<string> clips, int height)
    {
        int width = height * 4 / 3;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-bench-");
        try
        {
            for (int i = 0; i < clips.Count; i++)
            {
                string size = $"{width}:{height}";
                string filter = $"fps={Camera.FramesPerSecond},scale={size}:force_original_aspect_ratio=increase,crop={size}";
                await Cli.Wrap(Ffmpeg.Find().Program)
                    .WithArguments(
                        ["-v", "error", "-i", clips[i], "-vf", filter, "-q:v", "4", Path.Combine(folder.FullName, $"{i:000}-%05d.jpg")])
                    .ExecuteAsync();
            }

            IEnumerable<string> jpegs = folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal);
            return new Camera("video", width, height, [.. jpegs.Select(File.ReadAllBytes)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

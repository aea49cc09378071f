using System.IO.Compression;
using System.Text.Json;
using CliWrap;
using Hasta.Landmarks.Video.Programs;

namespace Hasta.Bench.Serving.Hostile;

/// <summary>Attacks on <c>POST /api/recognize</c>.</summary>
internal sealed class ClipAttacks : IDisposable
{
    private const long BombBytes = 1L << 30;
    private const int MaxShown = 90;
    private readonly HttpClient http = new();
    private readonly byte[] zip = ZipBomb();
    private readonly byte[] video;

    private ClipAttacks(byte[] video) => this.video = video;

    public IEnumerable<Attack> All =>
    [
        Attack.Repeated($"zip of {BombBytes >> 20} MiB of zeros as a clip", root => PostAsync(root, zip)),
        Attack.Repeated("video of 16000x16000", root => PostAsync(root, video)),
    ];

    public static async Task<ClipAttacks> CreateAsync()
    {
        string path = Path.Combine(Path.GetTempPath(), $"hasta-bench-{Environment.ProcessId}.mov");
        await Cli.Wrap(Ffmpeg.Find().Program)
            .WithArguments(
                ["-v", "error", "-y", "-f", "lavfi", "-i", "color=s=16000x16000:c=gray", "-frames:v", "1", "-c:v", "mjpeg", path])
            .ExecuteAsync();
        byte[] video = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return new ClipAttacks(video);
    }

    public void Dispose() => http.Dispose();

    private async Task<string> PostAsync(Uri root, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        using HttpResponseMessage response = await http.PostAsync(new Uri(root, "api/recognize"), content);
        string text = await response.Content.ReadAsStringAsync();
        string? detail = text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text).GetProperty("detail").GetString() : text;
        return $"{(int)response.StatusCode} \"{detail?[..Math.Min(MaxShown, detail.Length)]}\"";
    }

    private static byte[] ZipBomb()
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("clip.mp4").Open();
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written < BombBytes; written += zeros.Length)
            {
                entry.Write(zeros);
            }
        }

        return bytes.ToArray();
    }
}

using Hasta.TestKit;

namespace Hasta.Cli.Tests;

/// <summary>A small subset of asl24-videos: three glosses by three signers, clips of 30 to 50 frames.</summary>
internal static class RealClips
{
    private static readonly (string File, string Gloss, string Signer)[] Rows =
    [
        ("eat/1.mp4", "eat", "H"), ("eat/2.mp4", "eat", "H"), ("eat/5.mp4", "eat", "G"), ("eat/6.mp4", "eat", "M"),
        ("mom/2.mp4", "mom", "G"), ("mom/3.mp4", "mom", "G"), ("mom/5.mp4", "mom", "H"), ("mom/6.mp4", "mom", "M"),
        ("i_love_you/3.mp4", "i_love_you", "G"), ("i_love_you/4.mp4", "i_love_you", "H"), ("i_love_you/6.mp4", "i_love_you", "M"),
    ];

    public static int Count => Rows.Length;

    /// <returns>The path of a CSV file in the folder that lists the shared clips with their full paths.</returns>
    public static string WriteCsv(TempFolder folder)
    {
        IEnumerable<string> lines = Rows.Select(row => $"{SharedData.Path("asl24-videos", row.File)},{row.Gloss},{row.Signer}");
        return folder.Write("clips.csv", $"file,gloss,signer\n{string.Join('\n', lines)}\n");
    }
}

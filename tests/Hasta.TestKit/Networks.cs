using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.TestKit;

/// <summary>One set of networks for all tracker tests: loading takes a second, and trackers can share it.</summary>
internal static class Networks
{
    private static readonly Lazy<HolisticEngine> Loaded = new(() => HolisticEngine.Load(ModelFiles.Find()));

    private static readonly Lazy<HandsEngine> LoadedHands = new(() => HandsEngine.Load(ModelFiles.Find()));

    public static HolisticEngine Shared => Loaded.Value;

    public static HandsEngine Hands => LoadedHands.Value;
}

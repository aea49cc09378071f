using Hasta.Landmarks.Inference;
using Hasta.Landmarks.MediaPipe;
using Hasta.Landmarks.MediaPipe.Hands;

namespace Hasta.Tests.Landmarks.Tracking;

/// <summary>One set of networks for all tests of the tracker: loading takes a second, and trackers may share it.</summary>
internal static class Networks
{
    private static readonly Lazy<HolisticNetworks> Loaded = new(() => HolisticNetworks.Load(ModelFiles.Find()));

    private static readonly Lazy<HandsNetworks> LoadedHands = new(() => HandsNetworks.Load(ModelFiles.Find()));

    public static HolisticNetworks Shared => Loaded.Value;

    public static HandsNetworks Hands => LoadedHands.Value;
}

using Hasta.Landmarks.IO;

namespace Hasta.Landmarks.Inference;

/// <summary>Networks that are loaded and released together.</summary>
internal sealed class NetworkSet(ModelFiles files, ExecutionProvider provider) : IDisposable
{
    private readonly List<LandmarkNetwork> loaded = [];

    /// <summary>
    /// Loads several networks on all processors: see
    /// <see cref="LandmarkNetwork.Load(ModelFiles, LandmarkModel, ExecutionProvider, IReadOnlyList{string})"/>. If one fails, all are
    /// released.
    /// </summary>
    /// <returns>The networks, in the order of the requests.</returns>
    /// <exception cref="BadFileException">A model file is missing or not the pinned version.</exception>
    public IReadOnlyList<LandmarkNetwork> Load(params IReadOnlyList<(LandmarkModel Model, IReadOnlyList<string> Outputs)> requests)
    {
        try
        {
            return ParallelMap.Run(requests, request => Keep(LandmarkNetwork.Load(files, request.Model, provider, request.Outputs)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose() => loaded.ForEach(network => network.Dispose());

    private LandmarkNetwork Keep(LandmarkNetwork network)
    {
        lock (loaded)
        {
            loaded.Add(network);
            return network;
        }
    }
}

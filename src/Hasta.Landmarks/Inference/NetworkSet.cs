namespace Hasta.Landmarks.Inference;

/// <summary>Networks that are loaded and released together.</summary>
internal sealed class NetworkSet(ModelFiles files, ExecutionProvider provider) : IDisposable
{
    private readonly List<LandmarkNetwork> loaded = [];

    /// <summary>
    /// See <see cref="LandmarkNetwork.Load(ModelFiles, LandmarkModel, ExecutionProvider, IReadOnlyList{string})"/>. If it fails, the
    /// networks loaded before are released.
    /// </summary>
    /// <exception cref="BadFileException">The model file is missing or not the pinned version.</exception>
    public LandmarkNetwork Load(LandmarkModel model, params IReadOnlyList<string> outputs)
    {
        try
        {
            var network = LandmarkNetwork.Load(files, model, provider, outputs);
            loaded.Add(network);
            return network;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose() => loaded.ForEach(network => network.Dispose());
}

namespace Hasta.Datasets.Include;

public enum DownloadStep
{
    Fetching,
    Unpacking,
    Finished,
}

namespace Hasta.Include.Fetching;

public enum DownloadStep
{
    Fetching,
    Unpacking,
    Finished,
}

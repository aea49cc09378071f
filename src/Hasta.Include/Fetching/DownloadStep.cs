namespace Hasta.Include.Fetching;

internal enum DownloadStep
{
    Fetching,
    Unpacking,
    Finished,
}

using System.IO.Compression;
using Hasta.Recognition.Enrollment;
using Microsoft.AspNetCore.Http;

namespace Hasta.Web.Enrollments;

/// <summary>Answers with a copy of a library, as a zip of a data folder.</summary>
/// <param name="library">Has at least one sign.</param>
internal sealed class LibraryZip(SignLibrary library) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hasta-export-"); // readable by its owner only
        try
        {
            string zip = Path.Combine(folder.FullName, "signs.zip");
            await Task.Run(() => Write(Path.Combine(folder.FullName, "signs"), zip), httpContext.RequestAborted);
            httpContext.Response.ContentType = "application/zip";
            httpContext.Response.ContentLength = new FileInfo(zip).Length;
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=hasta-signs.zip";
            await httpContext.Response.SendFileAsync(zip, httpContext.RequestAborted);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Write(string copy, string zip)
    {
        library.Export(copy);
        ZipFile.CreateFromDirectory(copy, zip);
    }
}

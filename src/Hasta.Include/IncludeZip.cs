using System.Globalization;
using Hasta.Datasets.Fetching;

namespace Hasta.Include;

/// <summary>One of the 44 files of INCLUDE's record (Zenodo 4010759), as published in 2020.</summary>
/// <param name="Name">Such as <c>Animals_1of2.zip</c>.</param>
/// <param name="Bytes">Length in bytes.</param>
internal sealed record IncludeZip(string Name, long Bytes)
{
    private const string Resource = "include-zips.csv";

    /// <summary>All 44, in the order of their names.</summary>
    public static IReadOnlyList<IncludeZip> All { get; } =
        [.. IncludeResource.Rows(Resource).Select(cells => new IncludeZip(cells[0], long.Parse(cells[1], CultureInfo.InvariantCulture)))];

    /// <summary>The category whose clips it contains, such as <c>Animals</c>.</summary>
    public string Category => Name[..Name.LastIndexOf('_')];

    internal RemoteFile At(Uri address, FileHash? md5) => new(Name, address, Bytes, md5);
}

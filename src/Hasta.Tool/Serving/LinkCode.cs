using QRCoder;

namespace Hasta.Tool.Serving;

/// <summary>A link as a QR code for a phone's camera.</summary>
internal static class LinkCode
{
    /// <returns>Lines of block characters, two rows of the code in each; light parts are drawn, for a dark terminal.</returns>
    public static IEnumerable<string> LinesOf(Uri link)
    {
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(link.AbsoluteUri, QRCodeGenerator.ECCLevel.L);
        using var code = new AsciiQRCode(data);
        return code.GetGraphicSmall(endOfLine: "\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

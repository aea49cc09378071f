using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hasta.Landmarks;

namespace Hasta.Web.Access.Certificates;

/// <summary>Reads a certificate that the user gives.</summary>
public static class CertificateFile
{
    private const string Remedy = "Use a PEM file of the certificate and its chain with --cert-key for the private key, or a PFX file "
        + "without a password.";

    /// <param name="path">A PEM file, or a PFX file with the private key.</param>
    /// <param name="key">The PEM file of the private key; null if <paramref name="path"/> contains it.</param>
    /// <exception cref="BadFileException">A file is missing or no certificate, or the key is another's or has a password.</exception>
    public static ServerCertificate Read(string path, string? key)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() is ".pfx" or ".p12" ? ReadPfx(path) : ReadPem(path, key ?? path);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new BadFileException(path, "the certificate and its private key cannot be read.", Remedy, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadFileException(path, error.Message, "Name files that this user can read.", error);
        }
    }

    private static ServerCertificate ReadPfx(string path)
    {
        X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12Collection(
            File.ReadAllBytes(path), password: null, X509KeyStorageFlags.Exportable);
        X509Certificate2 certificate = all.FirstOrDefault(found => found.HasPrivateKey)
            ?? throw new CryptographicException("There is no private key.");
        all.Remove(certificate);
        return new ServerCertificate(certificate, all, isGiven: true);
    }

    private static ServerCertificate ReadPem(string path, string key)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(path);
        var certificate = X509Certificate2.CreateFromPemFile(path, key);
        all.Remove(all[0]);
        return new ServerCertificate(certificate, all, isGiven: true);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hasta.Landmarks.IO;

namespace Hasta.Web.Access.Certificates;

/// <summary>
/// The certificate that Hasta makes and signs itself, because browsers give the camera to HTTPS only. It is kept, so that a device that
/// trusts it is not asked again.
/// </summary>
public static class OwnCertificate
{
    private const string FileName = "certificate.pem";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Validity = TimeSpan.FromDays(365);
    private static readonly TimeSpan Rest = TimeSpan.FromDays(7); // the server may run for days
    private static readonly TimeSpan ClockError = TimeSpan.FromHours(1);

    /// <param name="folder">Where it is kept; created if needed.</param>
    /// <param name="bound">What the server listens on.</param>
    /// <param name="clock">Says whether it has expired.</param>
    /// <returns>The kept one, or a new one if it expires within a week, or if this machine has other names or addresses now.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static ServerCertificate ReadOrMake(string folder, IPAddress bound, TimeProvider clock)
    {
        string path = Path.Combine(folder, FileName);
        SubjectNames names = SubjectNames.Of(bound);
        if (TryRead(path) is { } kept)
        {
            if (IsValid(kept, clock.GetUtcNow()) && names.Equals(SubjectNames.In(kept)))
            {
                return new ServerCertificate(kept, [], isGiven: false);
            }

            kept.Dispose();
        }

        return new ServerCertificate(Make(path, names, clock.GetUtcNow()), [], isGiven: false);
    }

    private static bool IsValid(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotBefore.ToUniversalTime() <= now && certificate.NotAfter.ToUniversalTime() > now + Rest;

    /// <returns>Null if there is none, or it cannot be used: a key that others could read is no secret.</returns>
    private static X509Certificate2? TryRead(string path)
    {
        try
        {
            return File.Exists(path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnerOnly)
                ? X509Certificate2.CreateFromPemFile(path)
                : null;
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static X509Certificate2 Make(string path, SubjectNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Hasta", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(names.ToExtension());
        X509Certificate2 certificate = request.CreateSelfSigned(now - ClockError, now + Validity);
        Write(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return certificate;
    }

    private static void Write(string path, string pem)
    {
        using var file = new PendingFile(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.Path, OwnerOnly); // before the key is in it
        }

        file.Stream.Write(System.Text.Encoding.ASCII.GetBytes(pem));
        file.Commit();
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hasta.Web.Access.Certificates;

/// <summary>What the server proves its name with under HTTPS.</summary>
public sealed class ServerCertificate
{
    internal ServerCertificate(X509Certificate2 certificate, X509Certificate2Collection chain, bool isGiven)
    {
        Certificate = WithStoredKey(certificate);
        Chain = chain;
        IsGiven = isGiven;
    }

    /// <summary>Whether the user gave it; false if Hasta made and signed it, which browsers warn about.</summary>
    public bool IsGiven { get; }

    /// <summary>The SHA-256 of the certificate, as browsers show it: 32 bytes in hexadecimal with colons.</summary>
    public string Fingerprint =>
        string.Join(':', Certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", null)));

    /// <summary>With its private key.</summary>
    internal X509Certificate2 Certificate { get; }

    /// <summary>The certificates of the authorities between this one and the root.</summary>
    internal X509Certificate2Collection Chain { get; }

    /// <summary>Windows cannot serve with a key that was read from PEM text.</summary>
    private static X509Certificate2 WithStoredKey(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
}

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hasta.TestKit;
using Hasta.Web.Access;
using Hasta.Web.Access.Certificates;

namespace Hasta.Web.Tests.Access.Certificates;

public sealed class OwnCertificateTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly MadeClock clock = new();

    private string File => folder.At("serve", "certificate.pem");

    [Fact]
    public void It_is_made_once_for_the_machines_names_and_only_its_owner_can_read_it()
    {
        ServerCertificate made = Open(IPAddress.Any);
        ServerCertificate kept = Open(IPAddress.Any);

        Assert.Equal((made.Fingerprint, false), (kept.Fingerprint, kept.IsGiven));
        Assert.Matches("^([0-9A-F]{2}:){31}[0-9A-F]{2}$", made.Fingerprint);
        Assert.True(kept.Certificate.HasPrivateKey);
        Assert.NotNull(kept.Certificate.GetECDsaPublicKey());
        Assert.InRange(kept.Certificate.NotAfter - kept.Certificate.NotBefore, TimeSpan.FromDays(364), TimeSpan.FromDays(366));
        Assert.True(kept.Certificate.MatchesHostname(Dns.GetHostName(), allowWildcards: false, allowCommonName: false));
        Assert.True(kept.Certificate.MatchesHostname(MachineNames.Reachable(IPAddress.Any).ToString(), false, false));
        Assert.Single(Directory.GetFiles(folder.At("serve")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void It_is_made_anew_when_it_expires_or_the_addresses_changed()
    {
        string first = Open(IPAddress.Any).Fingerprint;
        string forOneAddress = Open(IPAddress.Parse("192.0.2.5")).Fingerprint;
        clock.Now += TimeSpan.FromDays(357);
        string beforeItsEnd = Open(IPAddress.Parse("192.0.2.5")).Fingerprint;
        clock.Now += TimeSpan.FromDays(2);
        string after = Open(IPAddress.Parse("192.0.2.5")).Fingerprint;

        Assert.NotEqual(first, forOneAddress);
        Assert.Equal(forOneAddress, beforeItsEnd);
        Assert.NotEqual(forOneAddress, after);
    }

    [Fact]
    public void It_is_made_anew_when_it_is_damaged_or_others_could_read_its_key()
    {
        string first = Open(IPAddress.Any).Fingerprint;
        System.IO.File.WriteAllText(File, "-----BEGIN CERTIFICATE-----\nnone\n");
        string second = Open(IPAddress.Any).Fingerprint;
        Assert.NotEqual(first, second);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.NotEqual(second, Open(IPAddress.Any).Fingerprint);
        }
    }

    [Fact]
    public void A_given_certificate_is_read_from_PEM_and_PFX_and_errors_name_the_remedy()
    {
        ServerCertificate own = Open(IPAddress.Any);
        string pfx = folder.At("own.pfx");
        System.IO.File.WriteAllBytes(pfx, own.Certificate.Export(X509ContentType.Pfx));
        string certificate = folder.Write("certificate.pem", own.Certificate.ExportCertificatePem());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string other = folder.Write("other.pem", key.ExportPkcs8PrivateKeyPem());

        Assert.Equal((own.Fingerprint, true), (CertificateFile.Read(pfx, null).Fingerprint, CertificateFile.Read(pfx, null).IsGiven));
        Assert.Equal(own.Fingerprint, CertificateFile.Read(File, null).Fingerprint);
        Assert.Equal(own.Fingerprint, CertificateFile.Read(certificate, File).Fingerprint);
        (string, string?)[] wrong = [(certificate, null), (certificate, other), (other, null), (folder.At("none"), null)];
        foreach ((string path, string? keyPath) in wrong)
        {
            var error = Assert.Throws<Landmarks.BadFileException>(() => CertificateFile.Read(path, keyPath));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => folder.Dispose();

    private ServerCertificate Open(IPAddress bound) => OwnCertificate.ReadOrMake(folder.At("serve"), bound, clock);

    private sealed class MadeClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

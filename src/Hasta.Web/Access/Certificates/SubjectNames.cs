using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Hasta.Web.Access.Certificates;

/// <summary>The names and addresses that a certificate is for.</summary>
internal sealed class SubjectNames : IEquatable<SubjectNames>
{
    private readonly SortedSet<string> hosts;
    private readonly SortedSet<string> addresses;

    private SubjectNames(IEnumerable<string> hosts, IEnumerable<IPAddress> addresses)
    {
        this.hosts = new SortedSet<string>(hosts.Select(host => host.ToLowerInvariant()), StringComparer.Ordinal);
        this.addresses = new SortedSet<string>(addresses.Select(address => address.ToString()), StringComparer.Ordinal);
    }

    /// <summary>Those by which other machines reach this one, and this one itself.</summary>
    /// <param name="bound">What the server listens on.</param>
    public static SubjectNames Of(IPAddress bound)
    {
        bool isAll = bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any);
        return new SubjectNames(
            ["localhost", .. MachineNames.All().Where(name => name.All(char.IsAscii))],
            [IPAddress.Loopback, IPAddress.IPv6Loopback, .. isAll ? MachineNames.Addresses() : [bound]]);
    }

    public static SubjectNames In(X509Certificate2 certificate)
    {
        X509SubjectAlternativeNameExtension[] found = [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()];
        return new SubjectNames(
            found.SelectMany(extension => extension.EnumerateDnsNames()),
            found.SelectMany(extension => extension.EnumerateIPAddresses()));
    }

    public X509Extension ToExtension()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (string host in hosts)
        {
            builder.AddDnsName(host);
        }

        foreach (string address in addresses)
        {
            builder.AddIpAddress(IPAddress.Parse(address));
        }

        return builder.Build();
    }

    public bool Equals(SubjectNames? other) => other is not null && hosts.SetEquals(other.hosts) && addresses.SetEquals(other.addresses);

    public override bool Equals(object? obj) => Equals(obj as SubjectNames);

    public override int GetHashCode() => HashCode.Combine(hosts.Count, addresses.Count);
}

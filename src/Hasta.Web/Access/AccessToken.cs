using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hasta.Web.Access;

/// <summary>The secret that requests must show. It is compared in constant time, and never part of a message.</summary>
public sealed class AccessToken
{
    private const int MinLength = 16;
    private const int MaxLength = 200;
    private const int RandomBytes = 16;
    private readonly byte[] hash;

    private AccessToken(string text)
    {
        Text = text;
        hash = HashOf(text);
    }

    /// <summary>The token itself, for the link that its owner is shown.</summary>
    public string Text { get; }

    /// <summary>A new token of 128 random bits.</summary>
    public static AccessToken Create() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));

    /// <param name="text">16 to 200 letters, digits, and - . _ ~, which links, headers and subprotocols carry unchanged.</param>
    /// <exception cref="AccessException">The text is too short, too long, or has other characters.</exception>
    public static AccessToken Parse(string text) =>
        text.Length is >= MinLength and <= MaxLength && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "-._~".Contains(letter))
            ? new AccessToken(text)
            : throw new AccessException(
                $"A token has {MinLength} to {MaxLength} characters, each a letter, a digit or one of - . _ ~: choose another, or leave "
                + "--token out to have one made.");

    internal bool Matches(string text) => CryptographicOperations.FixedTimeEquals(hash, HashOf(text));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

namespace Hasta.TestKit;

/// <summary>A name from an untrusted file, which must not move the cursor, forge a line or reverse the text direction.</summary>
internal static class HostileText
{
    public const string Raw = "\u001b[2J\u009b31m\u202e\u2028\nforged";
    public const string Shown = "\\u001b[2J\\u009b31m\\u202e\\u2028\\nforged";

    public static void AssertHarmless(string text)
    {
        Assert.Contains(Shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            text,
            character => (char.IsControl(character) && character is not ('\n' or '\r')) || character is '\u202e' or '\u2028');
        Assert.DoesNotContain("\nforged", text, StringComparison.Ordinal);
    }
}

namespace Hasta.Landmarks.Text;

/// <summary>
/// Characters in untrusted text that can affect its display: move the cursor, start a line, reverse the surrounding text.
/// </summary>
internal static class UnsafeCharacters
{
    /// <summary>
    /// C0, DEL and C1; line and paragraph separator; bidirectional embeddings, overrides and isolates; interlinear annotations. Joiners
    /// (ZWJ, ZWNJ) are safe: Indic scripts need them.
    /// </summary>
    public static bool Contains(char letter) =>
        char.IsControl(letter) || letter is (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u206f') or (>= '\ufff9' and <= '\ufffb');
}

namespace Hasta.Landmarks.Video.Programs;

/// <summary>The last few complaints of a child, for one line of an error message; memory stays bounded however much it says.</summary>
internal sealed class ErrorTail
{
    private const int MaxLines = 3;
    private const int MaxCharacters = 160;
    private readonly Queue<string> lines = new();

    /// <summary>Takes one line of ffmpeg's <c>level+</c> log; only errors are kept, without the address of their source.</summary>
    public void Append(string line)
    {
        int level = Math.Max(line.IndexOf("[error] ", StringComparison.Ordinal), line.IndexOf("[fatal] ", StringComparison.Ordinal));
        if (level < 0)
        {
            return;
        }

        string words = line[(level + "[error] ".Length)..].Trim();
        lock (lines)
        {
            lines.Enqueue(words.Length > MaxCharacters ? words[..MaxCharacters] + "..." : words);
            if (lines.Count > MaxLines)
            {
                lines.Dequeue();
            }
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (lines)
            {
                return lines.Count == 0;
            }
        }
    }

    /// <summary>The lines as one, without the <paramref name="path"/> that the message names anyway; "no reason given" where there were none.</summary>
    public string Summarize(string path)
    {
        lock (lines)
        {
            string text = string.Join("; ", lines.Select(line => line.Replace("file:" + path + ": ", "", StringComparison.Ordinal)).Distinct());
            return text.Length > 0 ? text.TrimEnd('.') : "no reason given";
        }
    }
}

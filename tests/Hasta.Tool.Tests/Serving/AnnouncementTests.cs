using System.CommandLine;
using System.Net;
using Hasta.Tool.Output;
using Hasta.Tool.Serving;
using Hasta.Web.Access;

namespace Hasta.Tool.Tests.Serving;

public sealed class AnnouncementTests
{
    private const string Token = "correct-horse-battery";
    private static readonly Uri Address = new("http://192.0.2.7:8765/");

    [Fact]
    public void This_computer_gets_the_address_alone()
    {
        (string answers, string remarks) = Print(new Uri("http://127.0.0.1:8765"), new AccessOptions(), hasCode: true);

        Assert.Equal(("http://127.0.0.1:8765/\n", ""), (answers, remarks));
    }

    [Fact]
    public void Other_devices_get_a_link_with_the_token_and_a_QR_code_if_it_is_wanted()
    {
        var access = new AccessOptions { Address = IPAddress.Any, Token = AccessToken.Parse(Token) };

        string[] lines = Print(Address, access, hasCode: true).Answers.TrimEnd('\n').Split('\n');

        Assert.Equal("http://192.0.2.7:8765/?token=" + Token, lines[0]);
        Assert.InRange(lines.Length, 15, 30);
        Assert.All(lines[1..], line => Assert.Equal(lines[1].Length, line.Length));
        Assert.All(lines[1..], line => Assert.Matches("^[ █▀▄]+$", line));
        Assert.Equal(lines[0] + "\n", Print(Address, access, hasCode: false).Answers);
    }

    [Fact]
    public void Plain_HTTP_is_warned_of()
    {
        var access = new AccessOptions { Address = IPAddress.Any, Token = AccessToken.Parse(Token), IsBehindProxy = true };

        Assert.Contains("reverse proxy", Print(Address, access, hasCode: false).Remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_may_come_from_elsewhere_needs_a_token()
    {
        Assert.Null(Read().Token);
        Assert.Equal(22, Read("--http", "--host", "0.0.0.0").Token!.Text.Length);
        Assert.NotNull(Read("--http").Token);
        Assert.NotNull(Read("--allow-host", "signs.example").Token);
        Assert.Equal(Token, Read("--token", Token).Token!.Text);
    }

    private static AccessOptions Read(params string[] arguments)
    {
        var command = new RootCommand();
        foreach (Option option in AccessArguments.All)
        {
            command.Add(option);
        }

        return AccessArguments.Read(command.Parse(arguments));
    }

    private static (string Answers, string Remarks) Print(Uri address, AccessOptions access, bool hasCode)
    {
        using var answers = new StringWriter { NewLine = "\n" };
        using var remarks = new StringWriter { NewLine = "\n" };
        Announcement.Print(new Terminal(CliRun.Console(answers), CliRun.Console(remarks), answers), address, access, hasCode);
        return (answers.ToString(), remarks.ToString());
    }
}

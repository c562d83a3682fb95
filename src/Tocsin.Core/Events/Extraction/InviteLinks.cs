using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Events.Extraction;

/// <summary>Links into closed groups: <c>telegram:CODE</c>, <c>whatsapp:CODE</c>, <c>discord:CODE</c>. Codes keep their case.</summary>
internal static class InviteLinks
{
    private static readonly (string Platform, string Prefix)[] Forms =
    [
        ("telegram", "t.me/joinchat/"), ("telegram", "t.me/+"), ("telegram", "t.me/%2B"),
        ("telegram", "telegram.me/joinchat/"), ("telegram", "telegram.me/+"), ("telegram", "telegram.dog/joinchat/"),
        ("whatsapp", "chat.whatsapp.com/invite/"), ("whatsapp", "chat.whatsapp.com/"),
        ("discord", "discord.gg/"), ("discord", "discord.com/invite/"), ("discord", "discordapp.com/invite/"),
    ];

    public static bool TryParse(NormalUrl url, out string invite)
    {
        var address = url.Text.AsSpan(url.Text.IndexOf("://", StringComparison.Ordinal) + 3);
        if (address.StartsWith("www."))
            address = address[4..];
        foreach (var (platform, prefix) in Forms)
        {
            if (address.StartsWith(prefix) && Code(address[prefix.Length..]) is { Length: > 1 } code)
            {
                invite = $"{platform}:{code}";
                return true;
            }
        }

        invite = "";
        return false;
    }

    private static ReadOnlySpan<char> Code(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or '_'))
            length++;
        return rest[..length];
    }
}

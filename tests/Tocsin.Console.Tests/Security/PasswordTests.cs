using Tocsin.Casework;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Passwords;
using Tocsin.Console.Security.Sessions;

namespace Tocsin.Console.Tests.Security;

public sealed class PasswordTests
{
    private static readonly TocsinUser Ana = new() { UserName = "ana.horvat@example.org", DisplayName = "Ana Horvat" };

    [Theory]
    [InlineData("seven green umbrellas wander")]
    [InlineData("correct donkey battery staple")]
    [InlineData("x7#qLm2$vR9!")]
    [InlineData("839201746592041")]
    [InlineData("pet cat eats dry leaves")]
    [InlineData("петух клюёт зерно")]
    [InlineData("鳥は空を飛ぶ魚は海を泳ぐ")]
    public void Long_and_unlikely_is_enough(string password) => Assert.Null(PasswordRules.Check(password, Ana));

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password123!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop12")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou2025")]
    [InlineData("Summer2026!!")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("tocsintocsin")]
    [InlineData("anahorvat1990")]
    [InlineData("Horvat-Ana-26")]
    [InlineData("ana.horvat@example.org")]
    public void What_guessers_try_first_is_refused(string password) => Assert.StartsWith("That password is easy to guess.", PasswordRules.Check(password, Ana));

    [Theory]
    [InlineData("", "at least 12")]
    [InlineData("short4Rule!", "at least 12")]
    public void Short_is_refused(string password, string words) => Assert.Contains(words, PasswordRules.Check(password, Ana));

    [Fact]
    public void So_is_what_would_keep_the_hasher_busy() => Assert.Contains("at most 128", PasswordRules.Check(new string('x', 129), Ana));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36", "Chrome on Linux")]
    [InlineData("curl/8.0", "curl/8.0")]
    [InlineData("", "Unknown browser")]
    [InlineData(null, "Unknown browser")]
    [InlineData("a\u202Eb", "a⟨U+202E⟩b")]
    public void Browsers_are_named_in_words(string? userAgent, string name) => Assert.Equal(name, Browsers.NameOf(userAgent));

    [Theory]
    [InlineData("/queue?x=1#y", "/queue?x=1#y")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\evil", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData(null, "/")]
    public void Only_addresses_on_this_console_are_gone_back_to(string? url, string expected) => Assert.Equal(expected, LocalUrl.Of(url));
}

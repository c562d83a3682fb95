using System.Security.Cryptography;
using System.Text;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Core.Tests.Detection;

public class EvidenceHashTests
{
    private static readonly Event Post = new()
    {
        Platform = "x",
        Id = "17",
        AccountId = "a",
        Time = new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.FromHours(1)),
        Text = "Grüße <b>",
    };

    [Fact]
    public void Anyone_can_recompute_it_from_the_canonical_form()
    {
        const string canonical =
            """{"platform":"x","id":"17","account":"a","time":"2026-03-02T00:02:03.0000000Z","kind":"Post","text":"Grüße <b>","language":null,"target":null}""";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), EvidenceHash.Of(Post));
    }

    [Fact]
    public void Any_change_changes_it() => Assert.NotEqual(EvidenceHash.Of(Post), EvidenceHash.Of(Post with { Text = "Grüße <b> " }));
}

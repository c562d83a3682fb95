using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tocsin.Core.Events;

namespace Tocsin.Core.Detection;

/// <summary>
/// The fixity value of an event (Berkeley Protocol on Digital Open Source Investigations, 2020, ch. VI.D):
/// SHA-256 over its canonical JSON — the keys <c>platform, id, account, time, kind, text, language, target</c> in this
/// order, no white space, UTF-8, time as ISO 8601 with seven decimals and <c>Z</c>, absent values as <c>null</c>.
/// </summary>
public static class EvidenceHash
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Event e) => Convert.ToHexStringLower(SHA256.HashData(Json(e)));

    private static byte[] Json(Event e) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            platform = e.Platform,
            id = e.Id,
            account = e.AccountId,
            time = e.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'"),
            kind = e.Kind.ToString(),
            text = e.Text,
            language = e.Language,
            target = e.TargetId,
        },
        Canonical);
}

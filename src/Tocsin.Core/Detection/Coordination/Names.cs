using System.Text.Json;
using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Machine names of kinds of observable: <c>RepostTarget</c> is <c>repost_target</c>.</summary>
internal static class Names
{
    public static string Of(ObservableKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}

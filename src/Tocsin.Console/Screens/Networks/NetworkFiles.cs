using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Tocsin.Core.Networks;
using Tocsin.Core.Networks.Export;

namespace Tocsin.Console.Screens.Networks;

/// <summary>What a network is handed out as: columns for the island, and files for other programs.</summary>
internal static class NetworkFiles
{
    private const string Brotli = "br";
    private const string Json = "application/json";

    /// <summary>JSON as it rests, in Brotli: whoever takes that gets it as it is kept.</summary>
    public static IResult Packed(HttpContext http, byte[] json, string tag)
    {
        var entity = new EntityTagHeaderValue($"\"{tag}\"");
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.Request.GetTypedHeaders().AcceptEncoding.All(coding => coding.Value != Brotli || coding.Quality == 0))
            return Results.Stream(new BrotliStream(new MemoryStream(json, writable: false), CompressionMode.Decompress), Json, entityTag: entity);
        http.Response.Headers.ContentEncoding = Brotli;
        return Results.Bytes(json, Json, entityTag: entity);
    }

    public static IResult File(NetworkAddress address, NetworkGraph graph, MembershipSettings settings, NetworkFormat format)
    {
        var (kind, name) = format switch
        {
            NetworkFormat.Gexf => ("application/gexf+xml", ".gexf"),
            NetworkFormat.GraphMl => ("application/graphml+xml", ".graphml"),
            NetworkFormat.Nodes => ("text/csv", "-accounts.csv"),
            _ => ("text/csv", "-ties.csv"),
        };
        Func<Places, Place> place = address.Layout switch { "layered" => places => places.Layered, "radial" => places => places.Radial, _ => places => places.Free };
        return Results.Stream(
            async target =>
            {
                using var file = new MemoryStream();
                NetworkExport.Write(graph, settings, place, format, file);
                await target.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length));
            },
            kind, $"{address.Id}{name}");
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Tocsin.Console.Api.Document;

/// <summary>The OpenAPI document: what stands above the operations, and how schemas are told.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    public const string Address = "/openapi/{documentName}.json";
    public const string TokenScheme = "token";
    public const string SessionScheme = "session";

    private const string About =
        """
        Everything that the console can read and do. Programs send a token (Account, Tokens): `Authorization: Bearer tocsin_…`; browsers their session's
        cookie, and with every change the token of the page in the header `X-CSRF`.

        **Reads** carry an ETag; send it as `If-None-Match` and an unchanged answer is 304. **Lists** come in pages: give `next` as `cursor`.
        **Writes that judge** a signal or change a hunt take `If-Match`, the ETag that was read, or `*`; when somebody wrote meanwhile the answer is 412, when somebody
        holds the signal 409, with who did what. A write with an `Idempotency-Key` that was seen within a week answers as it did the first time.
        **Errors** are problem documents (RFC 9457) with `what`, `where` and `hint`. A token may ask 600 times a minute; beyond that the answer is 429 with `Retry-After`.
        Texts that accounts published are passed on as they are: treat them as hostile.
        """;

    private static readonly (string Name, string About)[] Tags =
    [
        ("Signals", "Claims that need attention: reading, judging, noting."),
        ("Accounts", "Who acts, and what is known of them."),
        ("Hunting", "Looking for posts, values and accounts."),
        ("Detectors", "What looks for signals."),
        ("Scans", "Runs of the detectors."),
        ("Events", "Sending events as they happen."),
        ("Imports", "Bringing files in, and what was rejected."),
        ("Notifications", "What one should know."),
        ("People", "Who is here, and by which keys."),
        ("Settings", "What all agree on."),
        ("Audit", "Who did what."),
    ];

    public static void AddDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            SchemaNotes.Tell(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationNotes>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new() { Title = "Tocsin", Version = "1", Description = About, License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
        document.Servers = [new() { Url = "/" }];
        var used = document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []).SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name!).Distinct().Order(StringComparer.Ordinal).ToList();
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.About })
            .Concat(used.Except(Tags.Select(tag => tag.Name)).Select(name => new OpenApiTag { Name = name, Description = "Forms of the console's pages." })).ToHashSet();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API token: Account, Tokens." },
            [SessionScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "tocsin", Description = "The cookie of a browser that is signed in." },
        };
    }
}

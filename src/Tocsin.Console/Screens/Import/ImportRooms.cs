using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Import;

/// <summary>Addresses and words of the import screens.</summary>
internal static class ImportRooms
{
    public const string Home = "/import";
    public const int PageSize = 50;

    public static string OfUpload(string id) => $"/import/uploads/{id}";

    public static string OfRun(long id) => $"/import/runs/{id}";

    public static string OfFile(long id) => $"/import/files/{id}";

    public static string State(WorkState state, IStringLocalizer<Strings> L) => state switch
    {
        WorkState.Waiting => L["waits for other work"],
        WorkState.Running => L["running"],
        WorkState.Done => L["done"],
        WorkState.Failed => L["failed"],
        WorkState.Cancelled => L["cancelled"],
        _ => L["interrupted by the end of the program"],
    };
}

using Tocsin.Cli.Frame;
using Tocsin.Lake.Import;

namespace Tocsin.Cli.Commands;

/// <summary>Rows that could not be read, with file, line, reason and the beginning of their text.</summary>
internal static class RejectTable
{
    private const int RawLength = 120;

    public static void Print(Invocation call, IReadOnlyList<StoredReject> rejects)
    {
        if (call.Json)
        {
            call.WriteJson(rejects.Select(r => new { r.Path, r.Reject.Line, r.Reject.Reason, r.Reject.Raw, r.Reject.Length, r.ImportedAt }));
            return;
        }
        if (rejects.Count == 0) call.Say("Nothing was rejected.");
        else
        {
            new Page(call.Terminal).Table(
                [new("file"), new("line", Right: true, Wrap: false), new("reason"), new("begins")],
                rejects.Select(r => new[] { r.Path, $"{r.Reject.Line}", r.Reject.Reason, Plain.Line(r.Reject.Raw, RawLength) }));
        }
    }
}

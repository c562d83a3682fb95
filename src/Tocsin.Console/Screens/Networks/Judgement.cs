using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Networks;

/// <summary>What a person decides of accounts: that they belong, that they do not, or that the figures decide again.</summary>
/// <param name="Act">include, exclude or forget.</param>
/// <param name="At">When <paramref name="Accounts"/> are all those decided at a moment: taken back together.</param>
public sealed record Judgement(string Act, int Version, IReadOnlyCollection<ulong> Accounts, string Reason, long? At)
{
    private static readonly string[] Acts = ["include", "exclude", "forget"];

    /// <summary>Reads a form, or the address of an undo. Accounts come one by one (boxes of the table) or together, blanks between.</summary>
    /// <exception cref="Problem">Something is missing.</exception>
    public static Judgement Of(IFormCollection form, IQueryCollection query)
    {
        string Said(string name) => form[name].FirstOrDefault() ?? query[name].FirstOrDefault() ?? "";
        var keys = form["account"].Concat((form["accounts"].FirstOrDefault() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var at = long.TryParse(Said("at"), CultureInfo.InvariantCulture, out var ticks) ? ticks : (long?)null;
        var accounts = keys.Select(key => ulong.TryParse(key, CultureInfo.InvariantCulture, out var account) ? account : (ulong?)null).OfType<ulong>().ToHashSet();
        if (accounts.Count == 0 && at is null) throw new Problem("no account is chosen", "account", "tick accounts in the table, or pick them in the picture");
        return new(
            Acts.Contains(Said("act")) ? Said("act") : throw new Problem("it is not said what to do with the accounts", "act", "include, exclude or forget"),
            int.TryParse(Said("version"), CultureInfo.InvariantCulture, out var version) ? version : throw new Problem("the version is missing", "version", "give the version of the signal that was seen"),
            accounts, Said("reason"), at);
    }

    public Task<SignalState> DoAsync(Triage triage, Actor actor, SignalFile file, CancellationToken cancel) => Act switch
    {
        "include" => triage.IncludeMembersAsync(actor, file.State.Id, Version, Accounts, Reason, cancel),
        "exclude" => triage.ExcludeMembersAsync(actor, file.State.Id, Version, Accounts, Reason, cancel),
        _ => triage.ForgetMembersAsync(actor, file.State.Id, Version, At is null ? Accounts : Since(file), cancel),
    };

    private ulong[] Since(SignalFile file) => [.. file.Members.Where(decision => decision.At.UtcTicks == At).Select(decision => decision.Account)];
}

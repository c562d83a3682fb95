using Tocsin.Core.Events.Hunting;

namespace Tocsin.Lake.Hunting;

/// <summary>The values most seen among what a hunt finds.</summary>
/// <param name="Field">What was counted.</param>
/// <param name="Rows">Most seen first.</param>
/// <param name="Events">Events found in the range.</param>
/// <param name="EventsBefore">Events found in the period before; null when there is none.</param>
/// <param name="Share">The share of events that was looked at: 1 unless so many were found that only some could be. Counts are then
/// estimates, scaled up, and accounts are counted among those looked at.</param>
public sealed record HuntTop(HuntField Field, IReadOnlyList<HuntTopRow> Rows, long Events, long? EventsBefore, double Share)
{
    public bool IsSampled => Share < 1;
}

/// <summary>One value.</summary>
/// <param name="Value">As a hunt asks for it.</param>
/// <param name="Shown">For people: an account's handle where it has one; else the value.</param>
/// <param name="Now">Events that carry it.</param>
/// <param name="Before">Events that carried it in the period before; null when there is none.</param>
/// <param name="Accounts">Different accounts behind the events.</param>
/// <param name="Query">Finds the events that carry it.</param>
public sealed record HuntTopRow(string Value, string Shown, long Now, long? Before, long Accounts, HuntQuery Query);

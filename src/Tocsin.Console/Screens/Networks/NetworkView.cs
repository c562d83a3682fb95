using Tocsin.Casework;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;
using Tocsin.Core.Networks;
using Tocsin.Lake.Acts;

namespace Tocsin.Console.Screens.Networks;

/// <summary>All that a network's page says.</summary>
/// <param name="Kept">Its graph; null when no scan has kept one.</param>
/// <param name="Membership">Under the settings of the address.</param>
/// <param name="Lines">All accounts, sorted.</param>
/// <param name="Leads">Who acts first.</param>
public sealed record NetworkView(
    SignalFile File, NetworkAddress Address, Confidence Confidence, KeptGraph? Kept, Membership? Membership, IReadOnlyList<MemberLine> Lines,
    IReadOnlyList<Lead> Leads, SignalTimeline Timeline)
{
    /// <summary>Rows of the table shown at once.</summary>
    public const int PageSize = 100;

    public Signal Signal => File.Signal;

    public int Included => Lines.Count(line => line.State == MemberState.Included);

    public int Excluded => Lines.Count(line => line.State == MemberState.Excluded);

    public int Outside => Lines.Count(line => line.State == MemberState.Outside);

    public int Members => Lines.Count(line => line.State is MemberState.Member or MemberState.Included);

    public string? NextRows => Address.From + PageSize < Lines.Count ? (Address with { Tab = "accounts", From = Address.From + PageSize }).Page() : null;

    public string? NextFragment => NextRows is null ? null : (Address with { Tab = "accounts", From = Address.From + PageSize }).At("accounts");
}

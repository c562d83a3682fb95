using Tocsin.Core.Events;

namespace Tocsin.Lake.Accounts;

/// <summary>A value that an account uses.</summary>
/// <param name="Acts">The account's events with it.</param>
/// <param name="ActsInLake">Everybody's events with it.</param>
/// <param name="AccountsInLake">Accounts that use it, this one among them.</param>
/// <param name="Bits">How rare it is: the base-2 logarithm of one over its share of all acts of its kind.</param>
public sealed record UsedValue(ObservableKind Kind, string Value, int Acts, long ActsInLake, long AccountsInLake, double Bits);

/// <summary>An account that shares values with another.</summary>
/// <param name="Profile">Its key, handle and names.</param>
/// <param name="Bits">How much it says that they share these: the bits of the kind that says most, and half of those of the others.</param>
/// <param name="Values">How many values they share.</param>
/// <param name="Shared">The rarest of them.</param>
/// <param name="GapSeconds">How far apart they typically are on the same value: the median over values of the least distance.</param>
public sealed record ActsWith(AccountProfile Profile, double Bits, int Values, IReadOnlyList<SharedValue> Shared, double GapSeconds);

/// <summary>A value that two accounts share.</summary>
/// <param name="GapSeconds">The least time between an act of the one and one of the other.</param>
public sealed record SharedValue(ObservableKind Kind, string Value, double Bits, double GapSeconds);

/// <summary>An account like another.</summary>
/// <param name="Similarity">0 to 1: that of the values, less up to a quarter when the hours differ.</param>
/// <param name="Values">Cosine of what they use, weighed by rarity.</param>
/// <param name="Rhythm">Cosine of the hours of day at which they act.</param>
public sealed record AlikeAccount(AccountProfile Profile, double Similarity, double Values, double Rhythm);

/// <summary>A name that an account was seen with.</summary>
public sealed record AccountName(string? Handle, string? DisplayName, DateTimeOffset First, DateTimeOffset Last);

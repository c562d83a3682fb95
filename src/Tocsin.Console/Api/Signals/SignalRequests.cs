using System.ComponentModel.DataAnnotations;
using Tocsin.Casework;

namespace Tocsin.Console.Api.Signals;

/// <summary>A decision on a signal.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why; others read it.</param>
/// <param name="DuplicateOf">Of a duplicate, and only then: the id of the signal that it repeats.</param>
public sealed record DispositionRequest(DispositionKind Kind, [property: StringLength(10_000, MinimumLength = 1)] string Reason, string? DuplicateOf = null);

/// <summary>Who is to have a signal.</summary>
/// <param name="Person">Id of a person; null for nobody.</param>
public sealed record AssignmentRequest(string? Person = null);

/// <summary>That one works on a signal now.</summary>
/// <param name="Minutes">How long others are kept from judging it, 1 to 240; 15 unless said.</param>
public sealed record HoldRequest([property: Range(1, 240)] int? Minutes = null);

/// <summary>Until when a signal leaves the open queue: a time, growth, or whichever comes first.</summary>
/// <param name="Until">A time to come.</param>
/// <param name="UntilGrown">Whether it comes back when a scan finds it grown.</param>
public sealed record SnoozeRequest(DateTimeOffset? Until = null, bool UntilGrown = false);

/// <summary>A comment; <c>@name</c> tells that person.</summary>
public sealed record CommentRequest([property: StringLength(10_000, MinimumLength = 1)] string Text);

/// <summary>A label, which everybody sees. The same label again replaces its reason and end.</summary>
/// <param name="Expires">From then on it no longer holds; null for no end.</param>
public sealed record LabelRequest(
    [property: StringLength(60, MinimumLength = 1)] string Text, [property: StringLength(10_000, MinimumLength = 1)] string Reason, DateTimeOffset? Expires = null);

/// <summary>A tag, which only its author sees.</summary>
public sealed record TagRequest([property: StringLength(60, MinimumLength = 1)] string Text);

/// <summary>What to hold of an account's membership, whatever the figures say.</summary>
public enum MemberVerdict
{
    Include,
    Exclude,

    /// <summary>Takes an earlier word back: the figures decide again.</summary>
    Forget,
}

/// <summary>A word on whether accounts belong to a network.</summary>
/// <param name="Accounts">Keys of the accounts.</param>
/// <param name="Reason">Why; not needed to forget.</param>
public sealed record MembersRequest(MemberVerdict Verdict, [property: MinLength(1), MaxLength(10_000)] IReadOnlyList<ulong> Accounts, string? Reason = null);

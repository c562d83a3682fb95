namespace Tocsin.Core.Events.Hunting;

internal enum HuntTokenKind
{
    /// <summary>A bare word, with its field if it has one.</summary>
    Bare,

    /// <summary>In quotation marks, with its field if it has one.</summary>
    Quoted,
    Minus,
    Open,
    Close,
    Or,
    And,
    Not,
    End,
}

/// <summary>One piece of a hunt's text.</summary>
/// <param name="Field">What stands before the colon; null when there is none.</param>
/// <param name="Text">The word or what is quoted, with escapes resolved.</param>
internal readonly record struct HuntToken(HuntTokenKind Kind, int Start, int End, string? Field = null, string Text = "");

namespace Tocsin.Core.Detection.Evaluation;

/// <summary>What is known about an account: one row of a labels file.</summary>
/// <param name="Account">The platform's own id of the account.</param>
/// <param name="Name">The label, e.g. <c>io</c> (information operation) or <c>organic</c>.</param>
/// <param name="Subtype">A finer kind, e.g. which troll type, or which kind of control; may be empty.</param>
/// <param name="Source">Where the label comes from, e.g. an operation's name; may be empty.</param>
/// <param name="Posts">How many events of the account the file holds.</param>
public sealed record AccountLabel(string Account, string Name, string Subtype, string Source, int Posts);

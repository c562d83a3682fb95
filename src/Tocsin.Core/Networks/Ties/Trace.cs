using Tocsin.Core.Events;

namespace Tocsin.Core.Networks;

/// <summary>A kind of observable that accounts may share, and how far apart in time sharing still counts.
/// Several windows are looked at side by side; the best counts, corrected for having been given the choice.</summary>
/// <param name="Windows">Rising.</param>
public sealed record Trace(ObservableKind Kind, params IReadOnlyList<TimeSpan> Windows);

using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Handling;

/// <summary>Something that a person does to a signal. Made from a form; the same for one signal and for a hundred.</summary>
public interface IAct
{
    /// <summary>Does it.</summary>
    /// <returns>The signal as it stands now, and what takes it back.</returns>
    /// <exception cref="ConflictException">Somebody was there first; nothing has changed.</exception>
    Task<Done> DoAsync(Actor actor, SignalTarget target, CancellationToken cancel);

    /// <summary>What was done, to be said of one signal (by id) or of several (by number).</summary>
    string Says(IStringLocalizer<Strings> L, string what);
}

/// <summary>One signal done.</summary>
/// <param name="Undo">The steps that take it back, in order; empty when it cannot be taken back, or need not be.</param>
public sealed record Done(SignalState State, params IReadOnlyList<UndoStep> Undo);

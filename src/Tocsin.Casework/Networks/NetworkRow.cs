namespace Tocsin.Casework;

/// <summary>The graph of a network signal, compressed.</summary>
public sealed class NetworkRow
{
    public required string SignalId { get; init; }

    public DateTimeOffset At { get; init; }

    public required byte[] Document { get; init; }
}

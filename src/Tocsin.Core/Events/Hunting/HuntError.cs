namespace Tocsin.Core.Events.Hunting;

/// <summary>Why a hunt cannot be read, and where.</summary>
/// <param name="Position">Where it is wrong, counted in UTF-16 units from 0.</param>
/// <param name="Length">How much of the text is wrong; 0 where something is missing.</param>
public sealed record HuntError(int Position, int Length, string What, string Hint)
{
    private const int Around = 24;

    /// <summary>The same as a problem: the place is shown between » and « in what stands around it.</summary>
    public Problem ToProblem(string text)
    {
        var end = Math.Min(Position + Length, text.Length);
        var (from, until) = (Math.Max(0, Position - Around), Math.Min(text.Length, end + Around));
        return new Problem(What, $"character {Position + 1}: {text[from..Position]}»{text[Position..end]}«{text[end..until]}", Hint);
    }
}

/// <summary>Stops reading; never leaves <see cref="HuntQuery"/>.</summary>
internal sealed class HuntException(HuntError error) : Exception(error.What)
{
    public HuntError Error { get; } = error;
}

namespace Tocsin.Core;

/// <summary>Wrong input or use, told in three parts: what is wrong, where, and what to do.</summary>
public sealed class Problem(string what, string where, string hint, Exception? inner = null)
    : Exception($"{what}\n  where: {where}\n  hint:  {hint}", inner)
{
    public string What { get; } = what;
    public string Where { get; } = where;
    public string Hint { get; } = hint;
}

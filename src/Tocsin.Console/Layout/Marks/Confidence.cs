namespace Tocsin.Console.Layout.Marks;

/// <summary>How well founded a judgement is, apart from how likely (ICD 203).</summary>
public enum Confidence
{
    Low = 1,
    Moderate = 2,
    High = 3,
}

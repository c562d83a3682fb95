using Tocsin.Core;

namespace Tocsin.Console.Api.Admin;

/// <summary>Numbers that must lie between others.</summary>
internal static class Bounds
{
    /// <summary>The number.</summary>
    /// <exception cref="Problem">It is out of bounds.</exception>
    public static int Check(string name, int value, int least, int most) =>
        value >= least && value <= most ? value : throw new Problem($"{name} cannot be {value}", name, $"give {least} to {most}");
}

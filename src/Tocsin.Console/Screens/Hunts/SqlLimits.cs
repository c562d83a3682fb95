namespace Tocsin.Console.Screens.Hunts;

/// <summary>What one query of the SQL page may cost.</summary>
internal static class SqlLimits
{
    public const int Seconds = 30;
    public const long Bytes = 1_000_000_000;
    public const int Rows = 1_000;

    /// <summary>Of an export, which is written as it is read.</summary>
    public const int ExportRows = 100_000;
}

using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Commands;

/// <summary>Every command, in the order help shows them. A new command is one file in this folder and one line here.</summary>
internal static class CommandList
{
    public static IReadOnlyList<Verb> All() =>
    [
        DemoCommand.Create(),
        AnalyzeCommand.Create(),
        ImportCommand.Create(),
        ScanCommand.Create(),
        SignalsCommand.Create(),
        AccountsCommand.Create(),
        EvaluateCommand.Create(),
        CoactionsCommand.Create(),
        ServeCommand.Create(),
        SqlCommand.Create(),
        DoctorCommand.Create(),
    ];
}

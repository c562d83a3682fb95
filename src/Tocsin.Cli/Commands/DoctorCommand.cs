using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Commands;

internal static class DoctorCommand
{
    public static Verb Create() => new Verb(
        "doctor",
        "Says what is missing on this machine, and how to get it.",
        "tocsin doctor",
        "tocsin doctor --workspace ~/case-12 --json").Does(Run);

    private static int Run(Invocation call)
    {
        var findings = Doctor.Examine(call.Workspace, call.Casework);
        if (call.Json) call.WriteJson(new { ok = findings.All(f => f.Ok), workspace = call.Workspace, checks = findings });
        else Print(findings, call.Out);
        return findings.All(f => f.Ok) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(IReadOnlyList<Finding> findings, TextWriter output)
    {
        foreach (var f in findings)
        {
            output.WriteLine($"{(f.Ok ? "ok     " : "MISSING")}  {f.Name,-12} {f.Found}");
            if (f.Remedy is not null) output.WriteLine($"{"",22}{f.Remedy}");
        }
    }
}

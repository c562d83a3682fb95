using System.Globalization;
using System.Runtime.InteropServices;
using Tocsin.Cli.Commands;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli;

internal static class Program
{
    private static int Main(string[] args)
    {
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => CancelOnce(signal, cancel));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => CancelOnce(signal, cancel));
        return Run(args, Terminal.OfProcess(), cancel.Token);
    }

    /// <summary>Runs one command line; what tests call. Data goes to <see cref="Terminal.Out"/>, all else to <see cref="Terminal.Error"/>.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static int Run(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        return CommandLine.Run(CommandList.All(), args, terminal, cancel);
    }

    /// <summary>The first signal asks the command to stop and clean up; the second ends the process as usual.</summary>
    private static void CancelOnce(PosixSignalContext signal, CancellationTokenSource cancel)
    {
        signal.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    }
}

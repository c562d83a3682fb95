namespace Tocsin.Core.Detection;

/// <summary>Where signals rest between scans.</summary>
public interface ISignalStore
{
    /// <summary>All signals, best score first.</summary>
    IReadOnlyList<Signal> LoadSignals();

    /// <summary>Keeps new and changed signals with their history, in one transaction.</summary>
    void SaveScan(IReadOnlyList<Signal> changed);
}

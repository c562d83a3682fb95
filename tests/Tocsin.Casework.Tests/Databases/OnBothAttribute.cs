using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Tocsin.Casework.Tests;

public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a theory once on each database, with the provider as its argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Provider>().Select(provider => new TheoryDataRow<Provider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

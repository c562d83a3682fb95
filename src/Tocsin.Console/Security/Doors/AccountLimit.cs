using System.Threading.RateLimiting;

namespace Tocsin.Console.Security.Doors;

/// <summary>
/// How often one name may be tried, wherever the tries come from: known names and unknown ones alike, so that being told
/// to wait tells nothing.
/// </summary>
internal sealed class AccountLimit : IDisposable
{
    private const int Tries = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int MaxNameLength = 256;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetSlidingWindowLimiter(
        name.Length > MaxNameLength ? "" : name.ToUpperInvariant(),
        _ => new() { PermitLimit = Tries, Window = Window, SegmentsPerWindow = 5, QueueLimit = 0 }));

    public bool Allows(string name)
    {
        using var lease = _limiter.AttemptAcquire(name);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

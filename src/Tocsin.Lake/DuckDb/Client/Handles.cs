using System.Runtime.InteropServices;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>A native object that is freed exactly once. <see cref="Live"/> counts those not yet freed.</summary>
internal abstract class DuckDbHandle : SafeHandle
{
    private static long live;

    protected DuckDbHandle(nint value) : base(0, ownsHandle: true)
    {
        SetHandle(value);
        if (value != 0)
            Interlocked.Increment(ref live);
    }

    public static long Live => Interlocked.Read(ref live);

    public override bool IsInvalid => handle == 0;

    protected abstract void Destroy(nint value);

    protected override bool ReleaseHandle()
    {
        Destroy(handle);
        Interlocked.Decrement(ref live);
        return true;
    }
}

internal sealed class ConfigHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.DestroyConfig(ref value);
}

internal sealed class DatabaseHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.Close(ref value);
}

internal sealed class ConnectionHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.Disconnect(ref value);
}

internal sealed class StatementHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.DestroyPrepare(ref value);
}

internal sealed class PendingHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.DestroyPending(ref value);
}

internal sealed class ChunkHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.DestroyChunk(ref value);
}

internal sealed class LogicalTypeHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => Native.DestroyLogicalType(ref value);
}

internal sealed class AppenderHandle(nint value) : DuckDbHandle(value)
{
    protected override void Destroy(nint value) => _ = Native.DestroyAppender(ref value);
}

/// <summary>A <c>duckdb_result</c> in native memory of ours.</summary>
internal sealed unsafe class ResultHandle() : DuckDbHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(Native.Result)))
{
    /// <summary>The next chunk, or 0 at the end or after an error.</summary>
    public nint FetchChunk() => Native.FetchChunk(*(Native.Result*)handle);

    protected override void Destroy(nint value)
    {
        Native.DestroyResult(value);
        NativeMemory.Free((void*)value);
    }
}

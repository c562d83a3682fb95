using System.Runtime.CompilerServices;
using Tocsin.Core;
using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Coactions;

/// <summary>
/// Reads a file of shares. DuckDB parses and hashes on all cores; what is kept is 32 bytes per row, and each account's name once.
/// Times are microseconds since 1970 UTC.
/// </summary>
public static class ShareReader
{
    private const long ParserMemory = 1L << 30;

    /// <summary>All rows of the file, sorted.</summary>
    /// <exception cref="Problem">The file, its columns or its kind are not as needed.</exception>
    /// <exception cref="LakeException">A row cannot be parsed; the message names the line.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ShareTable Read(ShareSource source, CancellationToken cancellation = default)
    {
        if (!File.Exists(source.Path)) throw new Problem("There is no such file", source.Path, "check the spelling");
        var rows = new Collected();
        var columns = Collect(source, rows, cancellation);
        if (rows.Rejected > 0 && rows.Kept == 0)
            throw new Problem("No row has account, content and a time that can be read", $"{source.Path}, column {columns.Time}",
                "times are seconds since 1970 (not milliseconds) or like 2024-05-01T12:00:00Z");
        return new ShareTable(rows.Sort(), rows.Accounts.Sorted(), columns.DropDuplicates, rows.Read, rows.WithoutObject, rows.Rejected);
    }

    private static ShareColumns Collect(ShareSource source, Collected target, CancellationToken cancellation)
    {
        using var database = Database.InMemory(new DatabaseOptions { AllowFiles = true, KeepOrder = false, MemoryLimit = ParserMemory });
        using var connection = database.Connect();
        using var rows = connection.Query(ShareQuery.For(connection, source, out var columns), [], cancellation);
        while (rows.Read(out var chunk)) target.Add(chunk);
        return columns;
    }

    /// <summary>What has been read so far, in blocks, so that growing never copies.</summary>
    private sealed class Collected
    {
        private const int BlockRows = 1 << 16;

        private readonly List<ArraySegment<Share>> _blocks = [];
        private Share[] _block = [];
        private int _used;

        public AccountNames Accounts { get; } = new();

        public long Read { get; private set; }

        public long WithoutObject { get; private set; }

        public long Rejected { get; private set; }

        public long Kept => Read - WithoutObject - Rejected;

        public Share[] Sort()
        {
            EndBlock();
            return ShareSort.Sort(_blocks, Accounts.Ranks());
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(Chunk chunk)
        {
            var onObject = chunk[0].Values<ulong>();
            var who = chunk[1].Values<ulong>();
            var name = chunk[2];
            var content = chunk[3].Values<ulong>();
            var noObject = chunk[6].Values<bool>();
            var noId = chunk[7].Values<bool>();
            var times = new Times(chunk[4], chunk[5]);
            for (var row = 0; row < chunk.Count; row++)
            {
                if (noObject[row]) WithoutObject++;
                else if (noId[row] || !times.TryRead(row, out var time)) Rejected++;
                else Add(new Share(onObject[row], time, content[row], Accounts.NumberOf(who[row], name.Bytes(row))));
            }
            Read += chunk.Count;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(in Share share)
        {
            if (_used == _block.Length) StartBlock();
            _block[_used++] = share;
        }

        private void StartBlock()
        {
            EndBlock();
            (_block, _used) = (GC.AllocateUninitializedArray<Share>(BlockRows), 0);
        }

        private void EndBlock()
        {
            if (_used > 0) _blocks.Add(new ArraySegment<Share>(_block, 0, _used));
            _used = 0;
        }
    }

    /// <summary>Times of a chunk: seconds where they are numbers, microseconds where they were written as date and time.</summary>
    private readonly ref struct Times(Column seconds, Column microseconds)
    {
        private const double MicrosecondsPerSecond = 1e6;
        private const double Earliest = -62_135_596_800;    // the start of year 1
        private const double Latest = 253_402_300_799;      // the end of year 9999; milliseconds of our days lie beyond

        private readonly Column _seconds = seconds;
        private readonly Column _microseconds = microseconds;
        private readonly ReadOnlySpan<double> _number = seconds.Values<double>();
        private readonly ReadOnlySpan<long> _written = microseconds.Values<long>();

        public bool TryRead(int row, out long time)
        {
            if (_seconds.IsNull(row))
            {
                time = _written[row];
                return !_microseconds.IsNull(row);
            }
            time = (long)Math.Round(_number[row] * MicrosecondsPerSecond);
            return _number[row] is >= Earliest and <= Latest;
        }
    }
}

using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// A file that DuckDB unpacks. Parquet rows come out as JSON objects, one per line; zstd'ed text comes out line by line.
/// DuckDB passes over lines that are too long or not UTF-8: they are counted, and their number is told at the end.
/// </summary>
internal sealed class TableSource(string path, string shown, Packing packing) : FileSource(path, shown)
{
    private const string Parquet = "SELECT to_json(t)::VARCHAR FROM read_parquet(?) t";

    private static string ZstandardText(ImportLimits limits) => $$"""
        SELECT line FROM read_csv(?, columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, compression = 'zstd',
        delim = E'\x01\x02\x03\x04', quote = '', escape = '', max_line_size = {{limits.RecordBytes}}, parallel = false, store_rejects = true)
        """;

    public override Stream Open(ImportLimits limits) => packing == Packing.Parquet
        ? new RowStream(FilePath, Parquet, countPassedOver: false)
        : Unpacking.Text(new RowStream(FilePath, ZstandardText(limits), countPassedOver: true));

    private sealed class RowStream : ReadThrough
    {
        private const int SmallMemory = 1 << 30;
        private readonly Database _database;
        private readonly Connection _connection;
        private readonly Rows _rows;
        private readonly bool _countPassedOver;
        private byte[] _bytes = [];
        private int _at;
        private int _end;

        public RowStream(string path, string sql, bool countPassedOver)
            : base(Null)
        {
            _countPassedOver = countPassedOver;
            _database = Database.InMemory(new DatabaseOptions { AllowFiles = true, Threads = 2, MemoryLimit = SmallMemory });
            _connection = _database.Connect();
            _rows = Translated(() => _connection.Query(sql, path));
        }

        public override int Read(Span<byte> buffer)
        {
            while (_at == _end)
            {
                if (!Translated(NextChunk))
                    return End();
            }
            var count = Math.Min(buffer.Length, _end - _at);
            _bytes.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _rows?.Dispose();
                _connection.Dispose();
                _database.Dispose();
            }
            base.Dispose(disposing);
        }

        private bool NextChunk()
        {
            if (!_rows.Read(out var chunk))
                return false;
            (_at, _end) = (0, 0);
            var column = chunk[0];
            for (var row = 0; row < chunk.Count; row++)
                Append(column.Bytes(row));
            return true;
        }

        private void Append(ReadOnlySpan<byte> line)
        {
            if (_bytes.Length - _end <= line.Length)
                Array.Resize(ref _bytes, Math.Max(_end + line.Length + 1, _bytes.Length * 2));
            line.CopyTo(_bytes.AsSpan(_end));
            _end += line.Length;
            _bytes[_end++] = (byte)'\n';
        }

        private int End()
        {
            _rows.Dispose();
            var passedOver = _countPassedOver ? _connection.Scalar<long>("SELECT count(*) FROM reject_errors") : 0;
            return passedOver == 0 ? 0 : throw new InvalidDataException(
                $"{passedOver:N0} lines were passed over, too long or not valid UTF-8; unpack the file (zstd -d) to see which");
        }

        private static T Translated<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (LakeException e)
            {
                throw new InvalidDataException(e.Message.Split('\n')[0], e);
            }
        }
    }
}

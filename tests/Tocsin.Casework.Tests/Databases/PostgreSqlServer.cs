using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Tocsin.Casework.Tests;

[assembly: AssemblyFixture(typeof(PostgreSqlServer))]

namespace Tocsin.Casework.Tests;

/// <summary>
/// A PostgreSQL of this test run's own: made in a temporary folder when the first test asks for it, listening on a free port
/// of loopback, and gone afterwards. A shell watches over it and ends it when this process ends, however that happens.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const int Oldest = 15;
    private const int Patience = 30;

    private readonly Lazy<Task<Running>> _running = new(StartAsync);
    private int _databases;

    private sealed record Running(Process? Keeper, int Port, string? Missing);

    /// <summary>Connection string of a new, empty database. Skips the test where no PostgreSQL is installed.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var running = await _running.Value;
        Assert.SkipWhen(running.Missing is not null, running.Missing ?? "");
        var name = $"casework_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo(running.Port, "postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionTo(running.Port, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_running.IsValueCreated || (await _running.Value).Keeper is not { } keeper) return;
        NpgsqlConnection.ClearAllPools();
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private static string ConnectionTo(int port, string database) => $"Host=127.0.0.1;Port={port};Username=tocsin;Database={database}";

    private static async Task<Running> StartAsync()
    {
        if (Binaries() is not { } binaries) return new(null, 0, "PostgreSQL is not installed: apt-get install postgresql-15");
        var port = FreePort();
        var keeper = Process.Start(new ProcessStartInfo("bash", ["-c", Script, "keeper", binaries, $"{port}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = ReadAllAsync(keeper);
        for (var waited = Stopwatch.StartNew(); waited.Elapsed.TotalSeconds < Patience; await Task.Delay(100))
        {
            if (keeper.HasExited) throw new InvalidOperationException($"PostgreSQL did not start:\n{await said}");
            if (await AnswersAsync(port)) return new(keeper, port, null);
        }
        keeper.StandardInput.Close();
        throw new InvalidOperationException($"PostgreSQL did not answer in {Patience} s:\n{await said}");
    }

    private static async Task<string> ReadAllAsync(Process process)
    {
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return string.Concat(texts);
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo(port, "postgres") + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>The newest version installed: where Debian puts it, or on the path.</summary>
    private static string? Binaries()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).Select(folder => (folder, Version: int.TryParse(Path.GetFileName(folder), out var version) ? version : 0))
                .Where(found => found.Version >= Oldest).OrderByDescending(found => found.Version).Select(found => Path.Combine(found.folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// Makes and runs the server until standard input ends. It refuses to run as root, so root becomes another user, who
    /// may not enter every temporary folder. Sorting by ICU shows what depends on a collation.
    /// </summary>
    private const string Script = """
        bin=$1 port=$2 as=()
        if (( EUID == 0 )); then
          user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
          as=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups --); TMPDIR=/tmp
        fi
        folder=$(mktemp -d "${TMPDIR:-/tmp}/tocsin-postgres-XXXXXX") || exit 1
        trap 'rm -rf "$folder"' EXIT
        (( EUID == 0 )) && chown "$user" "$folder"
        cd "$folder" || exit 1
        "${as[@]}" "$bin/initdb" -D data -U tocsin -A trust -E UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale en-US --no-sync >initdb.log 2>&1 \
          || { cat initdb.log; exit 1; }
        "${as[@]}" "$bin/postgres" -D data -p "$port" -h 127.0.0.1 -k '' -F -c full_page_writes=off -c synchronous_commit=off -c max_connections=200 </dev/null &
        server=$!
        # Again until it ends: what is started behind a shell's back ignores the first ones.
        { cat >/dev/null; while kill -INT "$server"; do sleep 0.1; done; } <&0 2>/dev/null &
        wait "$server"
        """;
}

using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>The one connection that writes; writers take turns, each in a transaction of its own.</summary>
internal sealed class LakeWriter(Connection connection) : IDisposable
{
    private readonly Lock turn = new();

    public T Transact<T>(Func<Connection, T> write)
    {
        lock (turn)
        {
            using var transaction = connection.Begin();
            var result = write(connection);
            transaction.Commit();
            return result;
        }
    }

    public void Transact(Action<Connection> write) => Transact<object?>(c =>
    {
        write(c);
        return null;
    });

    public void Dispose()
    {
        lock (turn)
            connection.Dispose();
    }
}

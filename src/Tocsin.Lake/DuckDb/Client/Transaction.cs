namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Everything between its start and <see cref="Commit"/> happens at once, or not at all.</summary>
public sealed class Transaction : IDisposable
{
    private readonly Connection connection;
    private bool open = true;

    internal Transaction(Connection connection, string begin)
    {
        this.connection = connection;
        connection.Run(begin);
    }

    public void Commit()
    {
        open = false;
        connection.Run("COMMIT");
    }

    public void Dispose()
    {
        if (!open)
            return;
        open = false;
        connection.Run("ROLLBACK");
    }
}

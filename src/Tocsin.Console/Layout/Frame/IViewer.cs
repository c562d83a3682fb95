namespace Tocsin.Console.Layout.Frame;

/// <summary>Who looks at the page, as far as the frame around it must know.</summary>
internal interface IViewer
{
    /// <summary>Null when nobody is signed in.</summary>
    string? Name { get; }

    /// <summary>Of the person; what they did themselves is no news to them.</summary>
    string? Id => null;

    /// <summary>The newest audit entry when the page was made: live news go on from there.</summary>
    long? LiveFrom => null;

    /// <summary>The word for what they may do, e.g. <c>Analyst</c>.</summary>
    string? Role { get; }

    bool MayWrite { get; }

    /// <summary>Whether the settings of all are theirs to see.</summary>
    bool MayAdminister => false;

    Preferences Preferences { get; }

    /// <summary>How many notifications they have not read.</summary>
    int Unread { get; }
}

/// <summary>Nobody signed in: the defaults.</summary>
internal sealed class Stranger : IViewer
{
    public string? Name => null;

    public string? Role => null;

    public bool MayWrite => false;

    public Preferences Preferences { get; } = new();

    public int Unread => 0;
}

namespace Tocsin.Core.Events.Extraction;

/// <summary>One text under extraction: what was found in it, and which stretches are spoken for. Used again from event to event.</summary>
internal sealed class TextScan
{
    // Nobody reads a post for its thousandth link; hostile input must not make work without end.
    private const int MostObservables = 256;

    private const int MostClaims = 1024;

    private readonly HashSet<Observable> _seen = [];
    private readonly List<(int Start, int End)> _claims = [];

    /// <summary>Carried first, then found, each once.</summary>
    public List<Observable> Found { get; } = [];

    /// <summary>The text, brought back from defanged writing.</summary>
    public string Text { get; private set; } = "";

    public Event Event { get; private set; } = null!;

    /// <summary>Stretches that are addresses, handles or numbers and no words; in order of start once extraction is done.</summary>
    public IReadOnlyList<(int Start, int End)> Claims => _claims;

    public void Start(Event subject, string text)
    {
        (Event, Text) = (subject, text);
        Found.Clear();
        _seen.Clear();
        _claims.Clear();
    }

    public void Add(ObservableKind kind, string value)
    {
        var observable = new Observable(kind, value);
        if (value.Length > 0 && Found.Count < MostObservables && _seen.Add(observable))
            Found.Add(observable);
    }

    /// <summary>True when there is enough: a scanner need not go on.</summary>
    public bool IsFull => Found.Count >= MostObservables || _claims.Count >= MostClaims;

    public void Claim(int start, int end) => _claims.Add((start, end));

    public bool IsClaimed(int at)
    {
        foreach (var (start, end) in _claims)
        {
            if (at >= start && at < end)
                return true;
        }

        return false;
    }

    /// <summary>The text without the claimed stretches.</summary>
    public ReadOnlySpan<char> Words(Text.TextBuffer buffer)
    {
        if (_claims.Count == 0)
            return Text;
        _claims.Sort();
        buffer.Clear();
        var from = 0;
        foreach (var (start, end) in _claims)
        {
            if (start > from)
                buffer.Append(Text.AsSpan(from, start - from));
            from = Math.Max(from, end);
        }

        buffer.Append(Text.AsSpan(from));
        return buffer.Written;
    }
}

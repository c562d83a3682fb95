namespace Tocsin.Lake.Import.Reading;

/// <summary>
/// Where in a JSON document the records stand: dotted member names from the root, arrays being transparent
/// (<c>chats.list.messages</c>). No path at all means the values at the root themselves.
/// </summary>
internal sealed class JsonPaths
{
    private readonly Dictionary<string, JsonPaths> _children = [];

    public JsonPaths(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
            Add(path.Split('.'));
    }

    /// <summary>Whether array elements here are the records (rather than a way to them).</summary>
    public bool HoldsRecords => _children.Count == 0;

    public JsonPaths? Child(string name) => _children.GetValueOrDefault(name);

    private void Add(ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
            return;
        if (!_children.TryGetValue(names[0], out var child))
            child = new JsonPaths();
        child.Add(names[1..]);
        _children[names[0]] = child;
    }
}

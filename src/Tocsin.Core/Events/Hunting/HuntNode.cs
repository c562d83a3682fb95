namespace Tocsin.Core.Events.Hunting;

/// <summary>What an event must be like: a tree of conditions.</summary>
public abstract record HuntNode
{
    private HuntNode()
    {
    }

    /// <summary>All of these.</summary>
    public sealed record All(IReadOnlyList<HuntNode> Parts) : HuntNode;

    /// <summary>At least one of these.</summary>
    public sealed record Any(IReadOnlyList<HuntNode> Parts) : HuntNode;

    public sealed record Not(HuntNode Part) : HuntNode;

    /// <summary>The text holds these words in a row; of the last one only the beginning when <paramref name="Prefix"/> is set.</summary>
    public sealed record Words(string Text, bool Phrase = false, bool Prefix = false) : HuntNode;

    /// <summary>The event carries this value, in the form extraction gives it.</summary>
    public sealed record Value(ObservableKind Kind, string Text) : HuntNode;

    /// <summary>Who acted: a handle, an id of the platform's, or <c>platform:id</c>.</summary>
    public sealed record By(string Account) : HuntNode;

    public sealed record On(string Platform) : HuntNode;

    /// <summary>A language tag; <c>pt</c> stands for <c>pt-BR</c> too.</summary>
    public sealed record In(string Language) : HuntNode;

    public sealed record Does(EventKind Kind) : HuntNode;
}

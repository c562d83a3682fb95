namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// One row of a co-sharing file. Objects and contents are known by 64-bit hashes of their ids, taken by the same function,
/// since only their equality matters: among 10 million ids the chance of one collision is about 3 in a million (n²/2⁶⁵).
/// The order (object, time, content, account) is total, so sorting gives one answer whatever the order of reading.
/// </summary>
public readonly record struct Share(ulong Object, long Time, ulong Content, int Account) : IComparable<Share>
{
    public int CompareTo(Share other)
    {
        if (Object != other.Object) return Object < other.Object ? -1 : 1;
        if (Time != other.Time) return Time < other.Time ? -1 : 1;
        if (Content != other.Content) return Content < other.Content ? -1 : 1;
        return Account.CompareTo(other.Account);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

/// <summary>Shares to count with: few objects, accounts, contents and seconds, so that ties and repeats are common.</summary>
internal static class Some
{
    public const int Accounts = 5;

    public static Share Share(ulong onObject, int account, long time, ulong content) => new(onObject, time, content, account);

    public static Share[] Sorted(params Share[] shares) => [.. shares.Order()];

    private static readonly Gen<Share> OneShare =
        from onObject in Gen.Choose(1, 4)
        from account in Gen.Choose(0, Accounts - 1)
        from content in Gen.Choose(3, 9)   // 3 and 4 are objects, too
        from time in Gen.Choose(0, 12)
        select Share((ulong)onObject, account, time, (ulong)content);

    public static Arbitrary<CountingCase> Cases() => Arb.From(
        from shares in OneShare.ListOf()
        from window in Gen.Choose(0, 8)
        from participation in Gen.Choose(1, 4)
        from dropDuplicates in Gen.Elements(true, false)
        from buffer in Gen.Elements(0L, 5 * CoActions.BytesPerCoAction, CoActions.DefaultBufferBytes)
        select new CountingCase(Sorted([.. shares]), new CoShareOptions(window, participation, dropDuplicates, buffer)));
}

/// <summary>Shares in their order, and how to count them.</summary>
internal sealed record CountingCase(Share[] Shares, CoShareOptions Options)
{
    public override string ToString() => $"{Options}: {string.Join("; ", Shares)}";
}

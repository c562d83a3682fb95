using System.Text;
using Tocsin.Lake.Coactions;

namespace Tocsin.Lake.Tests.Coactions;

public class AccountNamesTests
{
    [Fact]
    public void Each_name_has_one_number_however_often_it_is_seen()
    {
        var names = new AccountNames();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 10_000; i++) Assert.Equal(i, Number(names, $"account-{i}"));
        }
        Assert.Equal(10_000, names.Count);
        Assert.Equal("account-77", Encoding.UTF8.GetString(names[77]));
    }

    [Fact]
    public void Hashes_that_fall_on_one_slot_stay_apart()
    {
        var names = new AccountNames();
        Assert.Equal([0, 1, 0, 1], new ulong[] { 0, 1UL << 40, 0, 1UL << 40 }.Select(hash => names.NumberOf(hash, "x"u8)));
    }

    [Fact]
    public void Ranks_and_sorted_names_follow_the_bytes()
    {
        string[] given = ["b", "", "longer than eight bytes B", "a", "longer than eight bytes A", "é", "B"];
        var names = new AccountNames();
        foreach (var name in given) Number(names, name);
        string[] expected = ["", "B", "a", "b", "longer than eight bytes A", "longer than eight bytes B", "é"];
        var sorted = names.Sorted();
        Assert.Equal(expected, Enumerable.Range(0, sorted.Count).Select(i => Encoding.UTF8.GetString(sorted[i])));
        Assert.Equal(given.Select(name => Array.IndexOf(expected, name)), names.Ranks());
    }

    private static int Number(AccountNames names, string name) =>
        names.NumberOf(System.IO.Hashing.XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name)), Encoding.UTF8.GetBytes(name));
}

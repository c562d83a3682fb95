using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Accounts made in a batch: created within four days, from one generator of handles, with hardly a follower.</summary>
internal static class Enrolment
{
    public static void Disguise(List<Person> members, World world, Chance chance)
    {
        var founded = world.Start.AddDays(-chance.Between(12, 120));
        foreach (var member in members)
        {
            var given = chance.Below(int.MaxValue);
            member.Handle = world.Claim(Draw(member.Language, given, chance));
            member.DisplayName = Handles.DisplayName(member.Language, given, chance);
            member.CreatedAt = founded.AddSeconds(chance.Unit() * 4 * 86400);
            member.Followers = chance.Between(0, 60);
        }
    }

    private static string Draw(Language language, int given, Chance chance) =>
        $"{language.Word("roman", given)}{chance.Between(10_000_000, 99_999_999)}";
}

namespace Tocsin.Core.Simulation.Life;

/// <summary>A handful of people who follow, answer and repost each other all the time.</summary>
internal sealed record Friends(string Name, string Language, int Count) : IBehaviour
{
    public void Enact(World world, Chance chance)
    {
        var friends = world.Recruit(Name, Count, Census.Plaza, Language, chance);
        foreach (var friend in friends)
        {
            friend.Circle = [.. friends.Where(other => other != friend)];
            friend.Loyalty = 0.75;
            friend.Rate = Math.Max(friend.Rate, 1.5);
        }

        world.Castings.Add(new(Name, BenignKind.Friends, IsOperation: false, friends));
    }
}

namespace Tocsin.Core.Simulation.Life;

/// <summary>
/// What people of one platform and language have before their eyes. Reposts copy earlier reposts, so that few posts
/// get most of them: a cascade's size follows a power law (Simon 1955; Barabási, Albert 1999).
/// </summary>
internal sealed class Timeline
{
    private const double Copying = 0.6;
    private const int Contestants = 5;
    private const int Opening = 30;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(36);
    private readonly List<Draft> _posts = [];
    private readonly List<Draft> _reactedTo = [];

    public void Add(Draft draft)
    {
        if (draft.IsOriginal) _posts.Add(draft);
        else if (draft.Target is { } target) _reactedTo.Add(target);
    }

    /// <summary>
    /// Something that is going round, fit for this person; null in the first hours of the world, when all would have to
    /// react to the same few posts.
    /// </summary>
    public Draft? Popular(Person reader, DateTimeOffset now, Chance chance)
    {
        if (_posts.Count < Opening) return null;
        var found = chance.Happens(Copying) ? Copy(chance) : Best(reader, chance);
        return found is not null && found.Author != reader && now - found.Time < Lifetime ? found : null;
    }

    private Draft? Copy(Chance chance) => _reactedTo.Count == 0 ? null : _reactedTo[Recent(_reactedTo.Count, 120, chance)];

    // Of a handful of recent posts the one by the most followed author, strongly preferring own subjects.
    private Draft? Best(Person reader, Chance chance)
    {
        Draft? best = null;
        var most = -1.0;
        for (var i = 0; i < Contestants; i++)
        {
            var candidate = _posts[Recent(_posts.Count, 150, chance)];
            var appeal = candidate.Author.Followers * (candidate.Author.Interests.Contains(reader.Interests[0]) ? 5.0 : 1.0);
            if (appeal > most) (best, most) = (candidate, appeal);
        }

        return best;
    }

    private static int Recent(int count, double depth, Chance chance) => Math.Max(0, count - 1 - (int)chance.Exponential(depth));
}

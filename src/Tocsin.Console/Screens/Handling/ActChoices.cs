using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Handling;

/// <summary>What forms offer to one person: people, reasons given lately, labels and tags in use.</summary>
internal sealed record ActOffer(IReadOnlyList<Colleague> People, IReadOnlyList<string> Reasons, IReadOnlyList<string> Labels, IReadOnlyList<string> Tags);

internal sealed class ActChoices(CaseworkDatabase database, Colleagues colleagues)
{
    private const int LastDecisions = 40;
    private const int MostReasons = 5;
    private const int MostWords = 50;

    public async Task<ActOffer> ForAsync(string person, CancellationToken cancel)
    {
        await using var context = database.Connect();
        var reasons = await context.Dispositions.AsNoTracking().Where(decided => decided.ById == person && decided.UndoneAt == null)
            .OrderByDescending(decided => decided.Id).Select(decided => decided.Reason).Take(LastDecisions).ToListAsync(cancel);
        var labels = await context.Labels.AsNoTracking().Where(label => label.SubjectKind == SubjectKind.Signal)
            .GroupBy(label => label.Text).OrderByDescending(group => group.Count()).Select(group => group.Key).Take(MostWords).ToListAsync(cancel);
        var tags = await context.Tags.AsNoTracking().Where(tag => tag.OwnerId == person && tag.SubjectKind == SubjectKind.Signal)
            .GroupBy(tag => tag.Text).OrderByDescending(group => group.Count()).Select(group => group.Key).Take(MostWords).ToListAsync(cancel);
        return new(await colleagues.ListAsync(cancel), [.. reasons.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostReasons)], labels, tags);
    }
}

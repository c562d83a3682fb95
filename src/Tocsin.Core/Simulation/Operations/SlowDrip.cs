namespace Tocsin.Core.Simulation.Operations;

/// <summary>
/// Members place the same pages one after the other, hours apart, for weeks. No minute shows anything; the pages,
/// which few others link, do. With <see cref="PagesOfTheirOwn"/> every member links a page of its own on a site that
/// everybody uses, and nothing is shared at all.
/// </summary>
internal sealed record SlowDrip : Operation
{
    public required string Site { get; init; }
    public bool PagesOfTheirOwn { get; init; }
    protected override string Kind => OperationKind.SlowDrip;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        foreach (var start in Starts(world, chance))
        {
            var page = Page(chance);
            foreach (var (member, time) in crew.Join(start))
            {
                var text = member.Language.Say("reply", chance.Pick(member.Interests), chance);
                world.Post(member, time, $"{text} {(PagesOfTheirOwn ? Page(chance) : page)}");
            }
        }
    }

    private string Page(Chance chance) => $"https://{Site}/watch?v={chance.Next():x}";
}

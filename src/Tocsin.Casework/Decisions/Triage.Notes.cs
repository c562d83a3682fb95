using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

public sealed partial class Triage
{
    private const int LongestWord = 60;

    /// <summary>Adds a comment, and tells whom it mentions by <c>@name</c>.</summary>
    public Task<SignalState> CommentAsync(Actor actor, string signal, string text, CancellationToken cancel = default)
    {
        var said = Given.Text("comment", text, Given.LongestText);
        return ChangeAsync(actor, "signal.commented", signal, async (write, row) =>
        {
            write.Context.Comments.Add(new Comment { SignalId = signal, Text = said, ById = actor.Id, ByName = actor.Name, At = write.Now });
            row.Comments++;
            foreach (var person in await Mentions.OfAsync(write.Context, said, cancel))
                await write.NotifyAsync(person, "mentioned", SubjectOf(signal), $"{actor.Name} mentioned you on {signal}: {Given.Cut(said, 200)}");
            return new(null, new { Comment = Given.Cut(said, 200) });
        }, cancel);
    }

    /// <summary>Puts a label on a signal or account, for all to see. The same label again replaces its reason and end.</summary>
    /// <param name="expires">From then on it no longer holds; null for no end.</param>
    public Task<Label> AddLabelAsync(Actor actor, Subject subject, string text, string reason, DateTimeOffset? expires = null, CancellationToken cancel = default)
    {
        var (word, because) = (Given.Text("label", text, LongestWord), Given.Text("reason", reason, Given.LongestText));
        return database.Writer.WriteAsync(actor, $"label.added {subject} {word}", async write =>
        {
            await CheckAsync(write, subject, cancel);
            await write.Context.Labels.Where(l => l.SubjectKind == subject.Kind && l.SubjectId == subject.Id && l.Text == word).ExecuteDeleteAsync(cancel);
            var label = new Label
            {
                SubjectKind = subject.Kind,
                SubjectId = subject.Id,
                Text = word,
                Reason = because,
                ById = actor.Id,
                ByName = actor.Name,
                At = write.Now,
                Expires = expires,
            };
            write.Context.Labels.Add(label);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("label.added", $"{subject}", null, new { Label = word, Reason = because, Expires = expires });
            return label;
        }, cancel);
    }

    public Task RemoveLabelAsync(Actor actor, long label, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"label.removed label:{label}", async write =>
        {
            var gone = await write.Context.Labels.SingleOrDefaultAsync(l => l.Id == label, cancel) ?? throw new MissingException($"label:{label}");
            write.Context.Labels.Remove(gone);
            write.Record("label.removed", $"{new Subject(gone.SubjectKind, gone.SubjectId)}", new { Label = gone.Text, gone.Reason }, null);
            return label;
        }, cancel);

    /// <summary>Labels on a signal or account that hold now, oldest first.</summary>
    public async Task<IReadOnlyList<Label>> LabelsOfAsync(Subject subject, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var now = database.Clock.GetUtcNow();
        return await context.Labels.AsNoTracking().Where(l => l.SubjectKind == subject.Kind && l.SubjectId == subject.Id && (l.Expires == null || l.Expires > now))
            .OrderBy(l => l.Id).ToListAsync(cancel);
    }

    /// <summary>Puts a tag on a signal or account, for the actor alone; the audit says that, not which.</summary>
    public Task<Tag> AddTagAsync(Actor actor, Subject subject, string text, CancellationToken cancel = default)
    {
        var word = Given.Text("tag", text, LongestWord);
        return database.Writer.WriteAsync(actor, $"tag.added {subject} {word}", async write =>
        {
            await CheckAsync(write, subject, cancel);
            var there = await write.Context.Tags.SingleOrDefaultAsync(
                t => t.OwnerId == actor.Id && t.SubjectKind == subject.Kind && t.SubjectId == subject.Id && t.Text == word, cancel);
            if (there is not null) return there;
            var tag = new Tag { SubjectKind = subject.Kind, SubjectId = subject.Id, OwnerId = actor.Id, Text = word, At = write.Now };
            write.Context.Tags.Add(tag);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("tag.added", $"{subject}", null, null);
            return tag;
        }, cancel);
    }

    /// <summary>Takes away a tag of the actor's own.</summary>
    public Task RemoveTagAsync(Actor actor, long tag, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"tag.removed tag:{tag}", async write =>
        {
            var gone = await write.Context.Tags.SingleOrDefaultAsync(t => t.Id == tag && t.OwnerId == actor.Id, cancel) ?? throw new MissingException($"tag:{tag}");
            write.Context.Tags.Remove(gone);
            write.Record("tag.removed", $"{new Subject(gone.SubjectKind, gone.SubjectId)}", null, null);
            return tag;
        }, cancel);

    /// <summary>A person's own tags on a signal or account.</summary>
    public async Task<IReadOnlyList<Tag>> TagsOfAsync(string person, Subject subject, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Tags.AsNoTracking().Where(t => t.OwnerId == person && t.SubjectKind == subject.Kind && t.SubjectId == subject.Id).OrderBy(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>Accounts rest in the lake, and may be labelled before it knows them; signals must be there.</summary>
    private static async Task CheckAsync(Write write, Subject subject, CancellationToken cancel)
    {
        if (subject.Kind == SubjectKind.Signal) await RowAsync(write, subject.Id, cancel);
    }
}

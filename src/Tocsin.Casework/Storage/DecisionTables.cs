using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

internal static class DecisionTables
{
    public static void Define(ModelBuilder builder)
    {
        builder.Entity<Disposition>(disposition =>
        {
            disposition.ToTable("Dispositions");
            disposition.Property(d => d.StateBefore);
            disposition.Property(d => d.SnoozedByBefore);
            disposition.Property(d => d.SnoozedUntilBefore);
            disposition.Property(d => d.SnoozedUntilGrownBefore);
            disposition.Property(d => d.DispositionBefore);
            disposition.HasOne<SignalRow>().WithMany().HasForeignKey(d => d.SignalId);
            disposition.HasIndex(d => new { d.SignalId, d.Id });
            disposition.HasIndex(d => d.At);
        });
        builder.Entity<Comment>(comment =>
        {
            comment.ToTable("Comments");
            comment.HasOne<SignalRow>().WithMany().HasForeignKey(c => c.SignalId);
            comment.HasIndex(c => new { c.SignalId, c.Id });
        });
        builder.Entity<AccountComment>(comment =>
        {
            comment.ToTable("AccountComments");
            comment.HasIndex(c => new { c.Account, c.Id });
        });
        builder.Entity<Label>(label =>
        {
            label.ToTable("Labels");
            label.HasIndex(l => new { l.SubjectKind, l.SubjectId, l.Text }).IsUnique();
            label.HasIndex(l => new { l.SubjectKind, l.Text });
        });
        builder.Entity<Tag>(tag =>
        {
            tag.ToTable("Tags");
            tag.HasIndex(t => new { t.OwnerId, t.SubjectKind, t.SubjectId, t.Text }).IsUnique();
            tag.HasIndex(t => new { t.OwnerId, t.SubjectKind, t.Text });
        });
        builder.Entity<MemberDecision>(decision =>
        {
            decision.ToTable("MemberDecisions");
            decision.HasKey(d => new { d.SignalId, d.Account });
            decision.HasOne<SignalRow>().WithMany().HasForeignKey(d => d.SignalId);
            decision.HasIndex(d => d.Account);
        });
    }
}

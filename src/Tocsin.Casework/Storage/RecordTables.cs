using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

internal static class RecordTables
{
    public static void Define(ModelBuilder builder)
    {
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("Audit");
            entry.HasIndex(e => new { e.Subject, e.Id });
            entry.HasIndex(e => new { e.ActorId, e.Id });
            entry.HasIndex(e => e.At);
        });
        builder.Entity<Answer>(answer =>
        {
            answer.ToTable("Answers");
            answer.HasKey(a => new { a.ActorId, a.Key, a.Operation });
            answer.HasIndex(a => a.At);
        });
        builder.Entity<Hunt>(hunt =>
        {
            hunt.ToTable("Hunts");
            hunt.Property(h => h.Version).IsConcurrencyToken();
            hunt.HasIndex(h => h.OwnerId);
        });
        builder.Entity<HuntLook>(look =>
        {
            look.ToTable("HuntLooks");
            look.HasKey(l => new { l.PersonId, l.HuntId });
            look.HasOne<TocsinUser>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
            look.HasOne<Hunt>().WithMany().HasForeignKey(l => l.HuntId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<WorkRun>(run =>
        {
            run.ToTable("WorkRuns");
            run.HasIndex(r => new { r.Workspace, r.Kind, r.Id });
        });
        builder.Entity<Setting>(setting =>
        {
            setting.ToTable("Settings");
            setting.HasKey(s => new { s.OwnerId, s.Key });
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

internal static class SignalTables
{
    public static void Define(ModelBuilder builder)
    {
        DefineRows(builder);
        DefineParts(builder);
    }

    private static void DefineRows(ModelBuilder builder) =>
        builder.Entity<SignalRow>(row =>
        {
            row.ToTable("Signals");
            row.HasKey(s => s.Id);
            row.Property(s => s.Version).IsConcurrencyToken();
            row.Property(s => s.Likelihood).HasConversion<int>();
            row.Property(s => s.Severity).HasConversion<int>();
            // One index per order of the queue, each with the id that breaks ties.
            row.HasIndex(s => new { s.Score, s.Id }).IsDescending(true, false);
            row.HasIndex(s => new { s.Updated, s.Id }).IsDescending(true, false);
            row.HasIndex(s => new { s.Raised, s.Id }).IsDescending(true, false);
            row.HasIndex(s => new { s.Accounts, s.Id }).IsDescending(true, false);
            row.HasIndex(s => s.AssigneeId);
            // All that facets count by, in the order in which they group: they are read from this index alone. Active comes
            // last, else SQLite would take it for a way to find rows, and sort them all.
            row.HasIndex(s => new
            {
                s.State,
                s.SnoozedUntil,
                s.Kind,
                s.Detector,
                s.Severity,
                s.Likelihood,
                s.Novelty,
                s.LastDisposition,
                s.AssigneeId,
                s.Platforms,
                s.Active,
            }, "IX_Signals_Facets");
        });

    /// <summary>What hangs on a signal, and what scans keep beside it.</summary>
    private static void DefineParts(ModelBuilder builder)
    {
        builder.Entity<SignalDocument>(document =>
        {
            document.ToTable("SignalDocuments");
            document.HasKey(d => d.SignalId);
            document.HasOne<SignalRow>().WithOne().HasForeignKey<SignalDocument>(d => d.SignalId);
        });
        builder.Entity<SignalWords>(words =>
        {
            words.ToTable("SignalWords");
            words.HasKey(w => w.SignalId);
            words.HasOne<SignalRow>().WithOne().HasForeignKey<SignalWords>(w => w.SignalId);
        });
        builder.Entity<SignalMember>(member =>
        {
            member.ToTable("SignalMembers");
            member.HasKey(m => new { m.SignalId, m.Account });
            member.HasOne<SignalRow>().WithMany().HasForeignKey(m => m.SignalId);
            member.HasIndex(m => m.Account);
        });
        builder.Entity<SignalVersion>(version =>
        {
            version.ToTable("SignalHistory");
            version.HasOne<SignalRow>().WithMany().HasForeignKey(v => v.SignalId);
            version.HasIndex(v => new { v.SignalId, v.Id });
        });
        // Refers to no signal: a scan may draw a network before it saves the signal.
        builder.Entity<NetworkRow>(network =>
        {
            network.ToTable("Networks");
            network.HasKey(n => n.SignalId);
        });
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Tocsin.Casework;

/// <summary>
/// The tables of casework, the same on SQLite and PostgreSQL. One context serves one unit of work. Reading through it is
/// open to all; writes go through the classes of this project, which keep the audit.
/// </summary>
public sealed class CaseworkContext(DbContextOptions<CaseworkContext> options) : IdentityDbContext<TocsinUser>(options)
{
    private static readonly ServiceProvider IdentityStores = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    public DbSet<SignalRow> Signals => Set<SignalRow>();

    public DbSet<SignalDocument> SignalDocuments => Set<SignalDocument>();

    public DbSet<SignalMember> SignalMembers => Set<SignalMember>();

    public DbSet<SignalVersion> SignalVersions => Set<SignalVersion>();

    public DbSet<SignalWords> SignalWords => Set<SignalWords>();

    public DbSet<Disposition> Dispositions => Set<Disposition>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<AccountComment> AccountComments => Set<AccountComment>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MemberDecision> MemberDecisions => Set<MemberDecision>();

    public DbSet<NetworkRow> Networks => Set<NetworkRow>();

    public DbSet<Hunt> Hunts => Set<Hunt>();

    public DbSet<HuntLook> HuntLooks => Set<HuntLook>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Invite> Invites => Set<Invite>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<WorkRun> WorkRuns => Set<WorkRun>();

    public DbSet<Watermark> Watermarks => Set<Watermark>();

    internal DbSet<Answer> Answers => Set<Answer>();

    internal bool IsPostgreSql => Database.ProviderName!.EndsWith("PostgreSQL", StringComparison.Ordinal);

    /// <summary>Identity takes the version of its tables from the application's services; version 3 has passkeys.</summary>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseApplicationServiceProvider(IdentityStores);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
        configurationBuilder.Properties<ulong>().HaveConversion<long>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        var text = configurationBuilder.Properties<string>().HaveConversion<StorableText>();
        // By bytes, as SQLite compares: the same order and the same equality on both.
        if (IsPostgreSql) text.UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SignalTables.Define(builder);
        DecisionTables.Define(builder);
        PeopleTables.Define(builder);
        RecordTables.Define(builder);
        SnakeCase.Apply(builder.Model);
    }
}

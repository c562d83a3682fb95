using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tocsin.Casework;

internal static class PeopleTables
{
    public static void Define(ModelBuilder builder)
    {
        // The roles are part of the program; ids that never change keep the scripts the same on every machine.
        builder.Entity<IdentityRole>().HasData(Roles.All.Select(role => new IdentityRole
        {
            Id = role,
            Name = role,
            NormalizedName = role.ToUpperInvariant(),
            ConcurrencyStamp = role,
        }));
        builder.Entity<Session>(session =>
        {
            session.ToTable("Sessions");
            OfPerson(session, nameof(Session.PersonId));
        });
        builder.Entity<ApiToken>(token =>
        {
            token.ToTable("ApiTokens");
            token.HasIndex(t => t.Hash).IsUnique();
            OfPerson(token, nameof(ApiToken.PersonId));
        });
        builder.Entity<Invite>(invite =>
        {
            invite.ToTable("Invites");
            invite.HasIndex(i => i.Hash).IsUnique();
        });
        builder.Entity<SetupLink>(link =>
        {
            link.ToTable("SetupLinks");
            link.HasIndex(l => l.Hash).IsUnique();
            OfPerson(link, nameof(SetupLink.PersonId));
        });
        builder.Entity<Notification>(notification =>
        {
            notification.ToTable("Notifications");
            notification.HasIndex(n => new { n.PersonId, n.ReadAt, n.Id });
            OfPerson(notification, nameof(Notification.PersonId));
        });
        builder.Entity<Watermark>(mark =>
        {
            mark.ToTable("Watermarks");
            mark.HasKey(m => new { m.PersonId, m.Name });
            OfPerson(mark, nameof(Watermark.PersonId));
        });
    }

    private static void OfPerson<T>(EntityTypeBuilder<T> entity, string column)
        where T : class => entity.HasOne<TocsinUser>().WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.Cascade);
}

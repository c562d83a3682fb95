using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Live;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Persons;

/// <summary>The current person, for the frame around every page.</summary>
internal sealed class Viewer(CurrentPerson person, CaseworkContext casework, LiveFeed live) : IViewer
{
    private int? _unread;

    public string? Id => person.SignedIn ? person.Id : null;

    public long? LiveFrom => person.SignedIn ? live.Last : null;

    public string? Name => person.SignedIn ? DisplayNames.Shown(person.Name) : null;

    public string? Role => person.SignedIn ? person.Role.ToString() : null;

    public bool MayWrite => person.Is(PersonRole.Analyst);

    public bool MayAdminister => person.Is(PersonRole.Admin);

    public Preferences Preferences => person.Preferences;

    public int Unread => person.SignedIn ? _unread ??= casework.Notifications.Count(notification => notification.PersonId == person.Id && notification.ReadAt == null) : 0;
}

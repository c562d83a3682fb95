using Tocsin.Casework;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Persons;

/// <summary>What the console needs to know about a person at every request.</summary>
internal sealed record Person(string Id, string UserName, string Name, PersonRole Role, bool Disabled, Preferences Preferences)
{
    public Actor Actor => new(Id, Name, ActorKind.Person);

    public static Person Of(TocsinUser user, PersonRole role) =>
        new(user.Id, user.UserName ?? "", NameOf(user), role, user.Disabled is not null, PersonPreferences.Of(user));

    public static string NameOf(TocsinUser user) => user.DisplayName is { Length: > 0 } name ? name : user.UserName ?? "";

    public static Actor ActorOf(TocsinUser user) => new(user.Id, NameOf(user), ActorKind.Person);

    /// <summary>As audit entries name the person.</summary>
    public static string SubjectOf(string id) => $"person:{id}";
}

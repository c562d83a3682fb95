using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Doors;

/// <summary>What somebody fills in who joins.</summary>
internal sealed record JoinForm(string? DisplayName, string? UserName, string? Password);

/// <summary>Makes the account of somebody who holds a link.</summary>
internal sealed class Joining(UserManager<TocsinUser> users, PersonRoles roles, AuditLog audit, TimeProvider clock)
{
    /// <summary>The person as the form has them, not kept yet.</summary>
    public TocsinUser Draft(JoinForm form) => new()
    {
        UserName = form.UserName?.Trim() ?? "",
        DisplayName = form.DisplayName?.Trim() ?? "",
        Email = form.UserName?.Contains('@') == true ? form.UserName.Trim() : null,
        Created = clock.GetUtcNow(),
    };

    /// <summary>What is wrong, by field; asked before the link is spent.</summary>
    public async Task<Dictionary<string, string>> CheckAsync(TocsinUser user, string? password)
    {
        var errors = new Dictionary<string, string>();
        if (DisplayNames.Check(user.DisplayName) is { } name) errors["displayName"] = name;
        if (DemoSignIn.IsDemo(user.UserName!)) errors["userName"] = L["That name is taken."];
        foreach (var validator in users.UserValidators)
        {
            foreach (var error in (await validator.ValidateAsync(users, user)).Errors) errors["userName"] = WordsFor(error);
        }
        foreach (var validator in users.PasswordValidators)
        {
            foreach (var error in (await validator.ValidateAsync(users, user, password)).Errors) errors["password"] = error.Description;
        }
        return errors;
    }

    /// <summary>Keeps the person, in the role.</summary>
    /// <param name="by">How they came: <c>set-up</c>, <c>invite</c>.</param>
    public async Task<bool> JoinAsync(TocsinUser user, string password, PersonRole role, string by)
    {
        if (!(await users.CreateAsync(user, password)).Succeeded) return false;
        await roles.GiveAsync(user, role);
        await audit.RecordAsync(Person.ActorOf(user), "person.joined", Person.SubjectOf(user.Id), null, new { user.UserName, user.DisplayName, Role = role.ToString(), By = by });
        return true;
    }

    private static string WordsFor(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => L["That name is taken."],
        _ => L["A user name is an e-mail address, or letters, digits and . _ - @ + without blanks."],
    };
}

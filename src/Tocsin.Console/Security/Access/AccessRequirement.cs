using Microsoft.AspNetCore.Authorization;

namespace Tocsin.Console.Security.Access;

/// <summary>At least this role and, when an API token asks, this scope.</summary>
internal sealed record AccessRequirement(PersonRole Least, string Scope) : IAuthorizationRequirement;

internal sealed class AccessHandler : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (PersonClaims.RoleOf(context.User) is { } role && role >= requirement.Least && PersonClaims.Allows(context.User, requirement.Scope))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

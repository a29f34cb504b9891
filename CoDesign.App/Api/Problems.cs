using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace CoDesign.App.Api;

/// <summary>Refusals as RFC 9457 problem details, with the refusal's code.</summary>
public static class Problems
{
    /// <summary>The body was not what the command takes.</summary>
    public static Refusal NotUnderstood(string? where) => new("request.not-understood",
        "We couldn't read that. Send the command's fields as JSON; the description is at /openapi/v1.json.", string.IsNullOrEmpty(where) ? null : where);

    /// <summary>The operation's name was not one.</summary>
    public static Refusal BadOperation { get; } = new("request.idempotency-key", "An idempotency key is 1 to 200 visible characters.");

    /// <summary>The problem that tells of a refusal.</summary>
    public static IResult Of(Refusal refusal) => TypedResults.Problem(Details(refusal));

    /// <summary>The details of a refusal.</summary>
    public static ProblemDetails Details(Refusal refusal)
    {
        var details = new ProblemDetails
        {
            Status = StatusOf(refusal.Code),
            Title = refusal.Message,
            Type = $"urn:codesign:refusal:{refusal.Code}",
            Extensions = { ["code"] = refusal.Code },
        };
        if (refusal.Field is not null) details.Extensions["field"] = refusal.Field;
        return details;
    }

    private static int StatusOf(string code) => code switch
    {
        _ when code == Refusal.NotFound.Code => StatusCodes.Status404NotFound,
        "account.suspended" => StatusCodes.Status403Forbidden,
        _ when code.StartsWith("request.", StringComparison.Ordinal) => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

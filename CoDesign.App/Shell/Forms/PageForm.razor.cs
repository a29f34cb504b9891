using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Shell;

/// <summary>
/// A form of plain HTML that posts to its own page: 303 when it was done, the same page with the typed values
/// and a focused summary of what was refused (422) when it wasn't.
/// </summary>
public sealed partial class PageForm : ComponentBase
{
    internal const string OperationField = "$operation";

    private readonly FieldList _fields = new();
    private FormState _state = new("", "", null, []);
    private string _operation = "";
    private RenderFragment? _shown;
    private bool _alone;

    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private PageState Page { get; set; } = null!;

    /// <summary>Unique on its page; letters, digits and hyphens.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Does what the form is for.</summary>
    [Parameter, EditorRequired] public required Func<IFormCollection, Task<FormOutcome>> OnSend { get; set; }

    /// <summary>What the button does, in its own words; null where the fields bring their own buttons.</summary>
    [Parameter] public string? Button { get; set; }

    /// <summary><c>quiet</c> or <c>danger</c>; otherwise the page's primary button.</summary>
    [Parameter] public string? ButtonClass { get; set; }

    /// <summary>A question asked before sending, where scripts run.</summary>
    [Parameter] public string? Confirm { get; set; }

    /// <summary>
    /// What is said once it is done, where the page stays as it is because islands show what came of it.
    /// Left out, the page is loaded again, because it shows more than the form.
    /// </summary>
    [Parameter] public string? Said { get; set; }

    /// <summary>Whether what was typed is kept on the device until it is saved. Off where it would be a secret.</summary>
    [Parameter] public bool Drafts { get; set; } = true;

    /// <summary>
    /// What the words are about, where one address shows the same form about one thing after the other, or several addresses about
    /// the same; left out, what was typed is kept for the address.
    /// </summary>
    [Parameter] public string? DraftAbout { get; set; }

    /// <summary>Whether scripts, where they run, send it without loading the page again.</summary>
    [Parameter] public bool Enhanced { get; set; } = true;

    /// <summary>Whether files can be sent with it.</summary>
    [Parameter] public bool Files { get; set; }

    /// <summary>Classes of the form itself, for instance <c>inline</c>.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>The fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>What stands beside the button.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>The act that a form stands for: the same words sent twice from the same page are one act, other words another.</summary>
    public static OperationId OperationOf(IFormCollection form)
    {
        var page = Guid.TryParseExact(form[OperationField], "n", out var made) ? made : OperationId.New().Value;
        var words = form.Where(field => !field.Key.StartsWith('$') && !field.Key.StartsWith('_'))
            .OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => field.Value.Prepend(field.Key));
        return new OperationId(words.Aggregate(page, (so, word) => Digest(so, word ?? "")));
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _state = new FormState(Name, $"{Http?.Request.Path}{Http?.Request.QueryString}", null, []);
        _operation = OperationId.New().Text();
    }

    private async Task SendAsync()
    {
        var form = await Http!.Request.ReadFormAsync(Http.RequestAborted);
        var outcome = await OnSend(form);
        if (outcome.Refusals.IsEmpty)
        {
            (_shown, _alone) = (outcome.Shown, outcome.IsShownAlone);
            if (outcome.Return is not null) Navigation.NavigateTo(outcome.Return);
            return;
        }

        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        _state = _state with { Typed = form, Refusals = outcome.Refusals };
        Page.Refuse();
    }

    private static Guid Digest(Guid so, string word)
    {
        var bytes = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(word));
        return Derived.Guid(so, Convert.ToHexString(bytes));
    }
}

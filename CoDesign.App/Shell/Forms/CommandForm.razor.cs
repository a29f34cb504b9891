using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Shell;

/// <summary>A form that gives one command. Its fields bear the names of the command's own, in camel case.</summary>
public sealed partial class CommandForm : ComponentBase
{
    [Inject] private LiveStreams Live { get; set; } = null!;
    [Inject] private Reactors Reactors { get; set; } = null!;
    [Inject] private StreamKinds Kinds { get; set; } = null!;
    [Inject] private CurrentPerson Me { get; set; } = null!;

    /// <summary>Unique on its page; letters, digits and hyphens.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The type of the command.</summary>
    [Parameter, EditorRequired] public required Type Command { get; set; }

    /// <summary>The stream that it is for; none for a command with which a stream begins.</summary>
    [Parameter] public StreamId? Stream { get; set; }

    /// <summary>Where to go once it is done; <c>{made}</c> stands for the identifier of what was made, <c>{stream}</c> for the stream's.</summary>
    [Parameter, EditorRequired] public required string Return { get; set; }

    /// <summary>What the button does, in its own words.</summary>
    [Parameter] public string? Button { get; set; }

    /// <summary><c>quiet</c> or <c>danger</c>.</summary>
    [Parameter] public string? ButtonClass { get; set; }

    /// <summary>A question asked before sending, where scripts run.</summary>
    [Parameter] public string? Confirm { get; set; }

    /// <summary>
    /// What is said once it is done, where the page stays as it is because islands show what came of it.
    /// Left out, the page is loaded again, because it shows more than the form.
    /// </summary>
    [Parameter] public string? Said { get; set; }

    /// <summary>See <see cref="PageForm.DraftAbout"/>.</summary>
    [Parameter] public string? DraftAbout { get; set; }

    /// <summary>Classes of the form itself.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>The fields.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>What stands beside the button.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    private async Task<FormOutcome> ExecuteAsync(IFormCollection form)
    {
        if (Command.IsAssignableTo(typeof(IAdministratorCommand)) && !Me.IsAdministrator) return FormOutcome.Refused(Refusal.NotFound);
        var (command, refusals) = FormBinder.Bind(Command, form);
        if (command is null) return new FormOutcome(refusals, null);
        var operation = PageForm.OperationOf(form);
        var stream = Stream ?? LiveStreams.NewStream(Kinds.All.Single(kind => Command.IsAssignableTo(kind.Command)).Name, Me.Id, operation);
        var answer = await Live.ExecuteAsync(stream, command, Me.Id, operation);
        if (answer.Refusal is { } refusal) return FormOutcome.Refused(refusal);
        await Reactors.Settled(answer);
        return FormOutcome.Done(Return
            .Replace("{made}", answer.Made?.ToString("n"), StringComparison.Ordinal)
            .Replace("{stream}", answer.Stream.Value.ToString("n"), StringComparison.Ordinal));
    }
}

using System.Globalization;
using CoDesign.App.Identity;
using CoDesign.App.Live;
using CoDesign.App.Shell;
using CoDesign.Domain.Evaluations;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace CoDesign.App.Evaluations;

/// <summary>
/// The form about one answer. Whatever can be done beside it is a button of it, wherever on the page that stands: saving the score,
/// keeping a note, taking one away, another size of text, and every way on. What a button doesn't save is laid by in the notebook,
/// so that it is there again without scripts too.
/// </summary>
public sealed partial class AnswerForm : ComponentBase
{
    /// <summary>What it is called on its page.</summary>
    public const string Name = "score-answer";

    /// <summary>The name of the buttons that do more than save the score. One that leads on has as its value what the address adds to the panel's.</summary>
    public const string Then = "then";

    private const string Note = "note";
    private const string Remove = "remove-";
    private static readonly string[] _forms = [Name];

    private Choice[] _scale = [];
    private Choice[] _sentences = [];
    private string? _points;
    private string? _reason;

    [Inject] private LiveStreams Live { get; set; } = null!;
    [Inject] private CurrentPerson Me { get; set; } = null!;
    [Inject] private Markdown Markdown { get; set; } = null!;
    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public required PanelOnPage On { get; set; }

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired] public required ScoringTask Task { get; set; }

    /// <summary>What one has noted about it.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<NoteOnAnswer> Notes { get; set; }

    /// <summary>What one began to write about it and hasn't saved; null for nothing.</summary>
    [Parameter] public Unfinished? Unfinished { get; set; }

    /// <summary>Where to go once it is scored.</summary>
    [Parameter, EditorRequired] public required string Next { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var score = On.ScoreOf(Task);
        _points = (Unfinished?.Points ?? score?.Points)?.ToString(CultureInfo.InvariantCulture);
        _reason = Unfinished is { Reason.Length: > 0 } ? Unfinished.Reason : score?.Reason;
        _scale = [.. On.QuestionOf(Task).Scale.Steps.Select(step => new Choice(step.Points.ToString(CultureInfo.InvariantCulture), $"{step.Points} – {step.Label}", step.Meaning))];
        _sentences = [new Choice("", ScoringWords.NoteNoQuote), .. Sentences.Of(Markdown.Html(On.AnswerOf(Task))).Select(sentence => new Choice(sentence, sentence))];
    }

    private async Task<FormOutcome> SendAsync(IFormCollection form)
    {
        // The answer that the form says: by now another may be next on this address.
        var (read, unread) = FormBinder.Bind(typeof(KeepUnfinished), form);
        if (read is not KeepUnfinished typed) return new FormOutcome(unread, null);
        var task = new ScoringTask(typed.Bid, typed.Question);
        var act = PageForm.OperationOf(form);
        var then = form.ContainsKey(TextSize.Field) ? TextSize.Field : form[Then].ToString();
        foreach (var (stream, command) in Steps(then, typed, task))
        {
            if ((await Live.ExecuteAsync(stream, command, Me.Id, act.Then(command.GetType().Name))).Refusal is { } refusal) return FormOutcome.Refused(refusal);
        }

        if (then == TextSize.Field) Display.Resize(Http, form[TextSize.Field]);
        return FormOutcome.Done(then switch
        {
            "" => Next,
            TextSize.Field => $"{On.AddressOf(task)}#{TextSize.Field}",
            ['/' or '?' or '#', ..] => On.Address + then,
            _ => $"{On.AddressOf(task)}#notes",
        });
    }

    private IEnumerable<(StreamId, ICommand)> Steps(string then, KeepUnfinished typed, ScoringTask task)
    {
        var book = NotebookId.Of(On.Panel.Id, Me.Id).Stream;
        var unsaved = On.ScoreOf(task) is { } score && score.Points == typed.Points && score.Reason == typed.Reason?.Trim() ? typed with { Points = null, Reason = null } : typed;
        if (then.Length == 0) yield return (On.Panel.Id.Stream, new ScoreAnswer(typed.Bid, typed.Question, typed.Points, typed.Reason));
        var left = then switch
        {
            "" => typed with { Points = null, Reason = null },
            Note => unsaved with { Quote = null, Words = null },
            _ => unsaved,
        };
        var isLeft = left.Points is not null || !string.IsNullOrWhiteSpace(left.Reason + left.Quote + left.Words);
        if (isLeft || NotebookReading.On(new Reading(Live), On.Panel.Id, Me.Id, task).Unfinished is not null) yield return (book, left);
        if (then == Note) yield return (book, new KeepNote(typed.Bid, typed.Question, typed.Quote, typed.Words));
        if (then.StartsWith(Remove, StringComparison.Ordinal) && Id.TryParse<NoteOnAnswerId>(then[Remove.Length..], out var note)) yield return (book, new RemoveNote(note));
    }
}

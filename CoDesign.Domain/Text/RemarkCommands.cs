using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Text;

/// <summary>Something asked beside the words of a text.</summary>
public interface IRemarkCommand : ITextCommand;

/// <summary>Comments on some words.</summary>
/// <param name="Quote">The words, as they stand in the text; left out for the whole text. Up to 1,000 UTF-16 units.</param>
/// <param name="Near">Where they stand, for words that stand in several places: the nearest is taken.</param>
/// <param name="Text">What there is to say; up to 2,000 UTF-16 units.</param>
/// <param name="Mention">Whom it asks in particular.</param>
public sealed record Comment(string? Quote, int? Near, string? Text, ParticipantId? Mention) : IRemarkCommand;

/// <summary>Suggests other words, without changing the text.</summary>
/// <param name="Quote">The words to be replaced; left out for words to be added at the end.</param>
/// <param name="Near">Where they stand; see <see cref="Comment"/>.</param>
/// <param name="Instead">What is to stand there; up to 4,000 UTF-16 units, none to leave the words out.</param>
/// <param name="Text">Why; up to 2,000 UTF-16 units.</param>
public sealed record Suggest(string? Quote, int? Near, string? Instead, string? Text) : IRemarkCommand;

/// <summary>Answers in a thread.</summary>
public sealed record ReplyToRemark(RemarkId Remark, string? Text, ParticipantId? Mention) : IRemarkCommand;

/// <summary>Says that a comment was dealt with, and how: by whoever made it or decides on the text.</summary>
public sealed record ResolveComment(RemarkId Remark, string? Reason) : IRemarkCommand;

/// <summary>Opens a comment again.</summary>
public sealed record ReopenComment(RemarkId Remark) : IRemarkCommand;

/// <summary>Takes a suggestion into the text.</summary>
public sealed record AcceptSuggestion(RemarkId Remark, string? Reason) : IRemarkCommand;

/// <summary>Leaves a suggestion out of the text.</summary>
public sealed record DeclineSuggestion(RemarkId Remark, string? Reason) : IRemarkCommand;

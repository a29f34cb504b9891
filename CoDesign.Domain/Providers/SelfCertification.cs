using System.Collections.Immutable;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Tenders;

namespace CoDesign.Domain.Providers;

/// <summary>A sentence that is true of an organisation that nobody has to leave out.</summary>
/// <param name="Key">Never changes.</param>
/// <param name="Words">The sentence, in plain words.</param>
/// <param name="Source">Where the rule behind it is written.</param>
/// <param name="MustLeaveOut">Whether those who buy have to leave out whom it isn't true of, unless it was put right; else they may.</param>
public sealed record Statement(string Key, string Words, string Source, bool MustLeaveOut);

/// <summary>
/// The reasons for which an organisation can be left out of a purchase, as sentences that it says of itself. They stand for the
/// law's words and don't replace them: each names where to read it.
/// </summary>
public static class SelfCertification
{
    /// <summary>The longest explanation, in characters.</summary>
    public const int LongestWords = 2_000;

    /// <summary>The statements by the day from which they hold.</summary>
    public static ImmutableArray<DatedRule<ImmutableArray<Statement>>> Rules { get; } =
    [
        new(new DateOnly(2025, 2, 24),
        [
            new("crimes", "In the last five years, no court has found us, or anybody who runs or controls us, guilty of bribery, fraud, theft, money laundering, terrorism, organised crime, or causing a death through the way we worked.", "Procurement Act 2023, Schedule 6", true),
            new("labour", "Neither we nor anybody who runs or controls us has been found guilty of slavery, trafficking, or breaking the laws on the minimum wage or on hiring workers.", "Procurement Act 2023, Schedules 6 and 7", true),
            new("taxes", "We pay the taxes that we owe. Nobody has found that we evaded them, or fined us for wrongly avoiding them.", "Procurement Act 2023, Schedule 6", true),
            new("fair-play", "We have not agreed with others what to charge, or who bids for what.", "Procurement Act 2023, Schedules 6 and 7", true),
            new("debarment", "We are not on the government’s list of organisations that can’t be given public contracts.", "Procurement Act 2023, sections 57 and 62", true),
            new("solvency", "We can pay our debts. We are not bankrupt, insolvent or being wound up.", "Procurement Act 2023, Schedule 7", false),
            new("environment", "No court has found that we seriously harmed the environment.", "Procurement Act 2023, Schedule 7", false),
            new("conduct", "No court or regulator has found that we acted dishonestly, or seriously against the rules of our profession.", "Procurement Act 2023, Schedule 7", false),
            new("performance", "In the last five years, no public contract with us was ended, and we paid no damages, because we broke it badly.", "Procurement Act 2023, Schedule 7", false),
            new("influence", "We have not tried to get an unfair advantage in a public purchase, and have given no false information in one.", "Procurement Act 2023, Schedule 7", false),
            new("security", "Nobody in government has said that we are a threat to national security.", "Procurement Act 2023, Schedule 7", false),
        ], "Procurement Act 2023, Schedules 6 and 7"),
    ];

    /// <summary>The statements in force at a moment; before the first of them, the first.</summary>
    public static DatedRule<ImmutableArray<Statement>> RuleOn(DateTimeOffset now) =>
        Rules.LastOrDefault(rule => rule.From <= UkDay.Of(now)) ?? Rules[0];

    /// <summary>The statements that hold from a day.</summary>
    public static ImmutableArray<Statement> From(DateOnly day) => Rules.FirstOrDefault(rule => rule.From == day)?.Value ?? [];

    /// <summary>
    /// Why answers don't do; null where they do. There is one for each statement, and whoever can't say that one is true says
    /// what happened and what was done since: those who buy have to look at that before they leave anybody out
    /// (Procurement Act 2023, section 58).
    /// </summary>
    internal static Refusal? Check(ImmutableArray<StatementAnswer> given, DateTimeOffset now, out ImmutableArray<StatementAnswer> answers)
    {
        var made = ImmutableArray.CreateBuilder<StatementAnswer>();
        answers = [];
        foreach (var (statement, place) in RuleOn(now).Value.Select((statement, place) => (statement, place)))
        {
            var answer = given.FirstOrDefault(answer => answer?.Statement == statement.Key);
            if (Written.OptionalWords(answer?.Words, $"answers[{place}].words", "what happened", LongestWords, out var words) is { } bad) return bad with { Code = "answers.unfit" };
            if (answer is null || !answer.Holds && words.Length == 0)
                return new Refusal("answers.unexplained", $"Tick “{Beginning(statement)}” if it is true of you. If it isn’t, write what happened, and what you did since.", $"answers[{place}].holds");
            made.Add(new StatementAnswer(statement.Key, answer.Holds, answer.Holds ? "" : words));
        }

        answers = made.ToImmutable();
        return null;
    }

    private static string Beginning(Statement statement) => statement.Words.Length <= 60 ? statement.Words : string.Concat(statement.Words.AsSpan(0, statement.Words.LastIndexOf(' ', 60)), "…");
}

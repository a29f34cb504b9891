using System.Collections.Immutable;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CoDesign.Tests.Shell;

public sealed class FormBinderTests
{
    private sealed record Level(int Points, string? Label);

    private readonly record struct Span(int From, int To);

    private sealed record Spanning(Span? Hours) : ICommand;

    private sealed record Everything(
        string? Name, decimal Amount, int Count, bool Agreed, Role Role, DateTimeOffset Deadline, DateOnly? Day, InsightId Insight,
        ImmutableArray<InsightId> From, ImmutableArray<string> Tags, ImmutableArray<Level> Levels, ImmutableDictionary<string, decimal> Weights) : ICommand;

    private static readonly string _one = Guid.NewGuid().ToString("n");
    private static readonly string _two = Guid.NewGuid().ToString("n");

    private static FormCollection Form(params (string Name, string Value)[] fields) =>
        new(fields.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => new StringValues([.. f.Select(v => v.Value)])));

    private static FormCollection Filled(params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] usual =
        [
            ("name", "Two\r\nlines"), ("amount", " £12,500.50 "), ("count", "3"), ("agreed", "true"), ("role", "serviceUser"),
            ("deadline", "2026-07-01T17:00"), ("insight", _one), ("from", _one), ("from", _two), ("tags", "bus, fear,"),
            ("levels[0].points", "0"), ("levels[0].label", "Nothing"), ("levels[1].points", "5"), ("levels[1].label", "All"), ("levels[2].points", ""), ("levels[2].label", " "),
            ("weights[a]", "60"), ("weights[b]", "40.5"),
        ];
        return Form([.. usual.Where(u => others.All(o => o.Name != u.Name)), .. others]);
    }

    [Fact]
    public void A_form_becomes_the_command_that_it_spells()
    {
        var (command, refusals) = FormBinder.Bind(typeof(Everything), Filled());

        Assert.Empty(refusals);
        var read = Assert.IsType<Everything>(command);
        Assert.Equal("Two\nlines", read.Name);
        Assert.Equal(12500.50m, read.Amount);
        Assert.True(read.Agreed);
        Assert.Equal(Role.ServiceUser, read.Role);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 16, 0, 0, TimeSpan.Zero), read.Deadline.ToUniversalTime());
        Assert.Null(read.Day);
        Assert.Equal([_one, _two], read.From.Select(id => id.Text()));
        Assert.Equal(["bus", "fear"], read.Tags);
        Assert.Equal([new Level(0, "Nothing"), new Level(5, "All")], read.Levels);
        Assert.Equal(40.5m, read.Weights["b"]);
    }

    [Fact]
    public void A_line_that_holds_a_comma_stays_one_where_each_line_is_one_thing()
    {
        var (command, _) = FormBinder.Bind(typeof(Everything), Filled(("tags", "Now, in winter\r\nThen"), ("$lines", "tags")));
        Assert.Equal(["Now, in winter", "Then"], Assert.IsType<Everything>(command).Tags);
    }

    [Fact]
    public void A_record_that_may_be_missing_is_missing_where_nothing_of_it_is_filled_in()
    {
        Assert.Equal(new Spanning(null), FormBinder.Bind(typeof(Spanning), Form(("hours.from", ""), ("hours.to", " "))).Command);
        Assert.Equal(new Spanning(new Span(1, 2)), FormBinder.Bind(typeof(Spanning), Form(("hours.from", "1"), ("hours.to", "2"))).Command);
        Assert.Equal("hours.to", Assert.Single(FormBinder.Bind(typeof(Spanning), Form(("hours.from", "1"), ("hours.to", ""))).Refusals).Field);
    }

    [Theory]
    [InlineData("amount", "twelve", "form.number")]
    [InlineData("amount", "", "form.number")]
    [InlineData("amount", "99999999999999999999999999999999", "form.number")]
    [InlineData("count", "1.5", "form.whole-number")]
    [InlineData("count", "99999999999", "form.whole-number")]
    [InlineData("role", "emperor", "form.choose")]
    [InlineData("role", "1", "form.choose")]
    [InlineData("insight", "not-an-id", "form.choose")]
    [InlineData("deadline", "tomorrow", "form.moment")]
    [InlineData("day", "32 June", "form.date")]
    [InlineData("weights[a]", "much", "form.number")]
    public void What_cannot_be_read_is_refused_at_its_field(string field, string value, string code)
    {
        var (command, refusals) = FormBinder.Bind(typeof(Everything), Filled((field, value)));

        Assert.Null(command);
        var refusal = Assert.Single(refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void An_empty_form_is_never_an_error_of_ours()
    {
        var (command, refusals) = FormBinder.Bind(typeof(Everything), Form());

        Assert.Null(command);
        Assert.NotEmpty(refusals);
    }

    [Fact]
    public void The_same_words_from_the_same_page_are_one_act_and_other_words_another()
    {
        var page = ("$operation", Guid.NewGuid().ToString("n"));
        var once = PageForm.OperationOf(Form(page, ("text", "hello")));

        Assert.Equal(once, PageForm.OperationOf(Form(page, ("text", "hello"))));
        Assert.NotEqual(once, PageForm.OperationOf(Form(page, ("text", "hello!"))));
        Assert.NotEqual(once, PageForm.OperationOf(Form(("$operation", Guid.NewGuid().ToString("n")), ("text", "hello"))));
    }
}

using Bunit;
using CoDesign.App.Shell;
using CoDesign.Domain.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CoDesign.Tests.Shell;

public sealed class FieldTests : BunitContext
{
    private static readonly FormState _fresh = new("bid", "/bids/1", null, []);

    private static FormState Refused(string field, string typed, string message) => new(
        "bid", "/bids/1", new FormCollection(new Dictionary<string, StringValues> { [field] = typed }), [new Refusal("x", message, field)]);

    [Fact]
    public void A_field_ties_label_hint_and_control_together()
    {
        var field = Render<TextField>(p => p.AddCascadingValue(_fresh).Add(f => f.Name, "organisation").Add(f => f.Label, "Organisation").Add(f => f.Hint, "As registered"));

        var input = field.Find("input");
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("As registered", field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent);
        Assert.Null(input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_refused_field_keeps_what_was_typed_and_says_what_is_wrong()
    {
        var field = Render<MoneyField>(p => p.AddCascadingValue(Refused("price", "lots", "Enter a number.")).Add(f => f.Name, "price").Add(f => f.Label, "Price").Add(f => f.Value, 5m));

        var input = field.Find("input");
        Assert.Equal("lots", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Contains("Enter a number.", field.Find($"#{input.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_a_text_area_keep_their_first_line_break()
    {
        var area = Render<TextArea>(p => p.AddCascadingValue(_fresh).Add(f => f.Name, "text").Add(f => f.Label, "Words").Add(f => f.Value, "\n<b>first</b>"));

        Assert.Equal("\n<b>first</b>", area.Find("textarea").TextContent.TrimStart('\n').Insert(0, "\n"));
        Assert.Empty(area.FindAll("b"));
    }

    [Fact]
    public void Choices_are_a_group_with_a_legend_and_the_given_one_taken()
    {
        Choice[] options = [new("a", "Need"), new("b", "Outcome", "A change for people")];
        var field = Render<ChoiceField>(p => p.AddCascadingValue(_fresh).Add(f => f.Name, "kind").Add(f => f.Label, "Kind").Add(f => f.Options, options).Add(f => f.Value, "b"));

        Assert.Equal("Kind", field.Find("fieldset > legend").TextContent);
        Assert.Equal("b", field.Find("input:checked").GetAttribute("value"));
        Assert.Equal("A change for people", field.Find("#" + field.FindAll("input")[1].GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public void A_choice_that_was_not_taken_stays_untaken_after_a_refusal()
    {
        var field = Render<CheckField>(p => p.AddCascadingValue(Refused("other", "x", "Wrong.")).Add(f => f.Name, "agreed").Add(f => f.Label, "Agreed").Add(f => f.Value, true));

        Assert.False(field.Find("input").HasAttribute("checked"));
    }

    [Fact]
    public void A_time_is_shown_as_a_clock_in_the_United_Kingdom_shows_it()
    {
        var field = Render<DateTimeField>(p => p.AddCascadingValue(_fresh).Add(f => f.Name, "deadline").Add(f => f.Label, "Deadline").Add(f => f.Value, new DateTimeOffset(2026, 7, 1, 16, 0, 0, TimeSpan.Zero)));

        Assert.Equal("2026-07-01T17:00", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void The_summary_takes_the_focus_and_links_to_the_fields_that_are_there()
    {
        var fields = new FieldList();
        fields.Add("price", "bid-price");
        var state = _fresh with { Refusals = [new Refusal("a", "Enter a price.", "price"), new Refusal("b", "Too late."), new Refusal("c", "Elsewhere.", "unseen")] };
        var summary = Render<ErrorSummary>(p => p.Add(s => s.State, state).Add(s => s.Fields, fields));

        Assert.True(summary.Find(".error-summary[tabindex='-1']").HasAttribute("autofocus"));
        Assert.Equal("/bids/1#bid-price", Assert.Single(summary.FindAll("a")).GetAttribute("href"));
        Assert.Equal(3, summary.FindAll("li").Count);
    }

    [Fact]
    public void Times_and_money_read_as_people_write_them()
    {
        Assert.Equal("Monday 23 November 2026, 5pm", UkTime.Long(new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal("1 Jul, 12:30pm", UkTime.Short(new DateTimeOffset(2026, 7, 1, 11, 30, 0, TimeSpan.Zero)));
        Assert.Equal("£12,500", UkTime.Money(12500m));
        Assert.Equal("£0.50", UkTime.Money(0.5m));
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoDesign.App.Identity;
using CoDesign.Domain.Kernel;

namespace CoDesign.Tests.Journeys;

/// <summary>What tests of the pages of a panel do over and over, without scripts.</summary>
internal static class ScoringOnSite
{
    public static async Task<Visitor> DeclaredAsync(this JourneyHost host, TenderOnSite tender, string persona)
    {
        await tender.DeclareAsync(persona);
        return await host.SignedInAsync(persona);
    }

    public static async Task DoneAsync(Visitor visitor, string address, string form, params (string Name, string Value)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SubmitAsync(address, form, fields)).StatusCode);

    /// <summary>Somebody's program does something with a panel.</summary>
    public static async Task CommandAsync<T>(this TenderOnSite tender, Visitor visitor, string command, T body)
    {
        using var answer = await visitor.PostJsonAsync($"/api{tender.Panel}/commands/{command}", body);
        Assert.True(answer.IsSuccessStatusCode, $"{command}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>Which answer a page asks somebody to score, as its form says it.</summary>
    public static (string, string)[] TaskOf(IHtmlDocument page) =>
        [.. new[] { "bid", "question" }.Select(name => (name, page.QuerySelector<IHtmlInputElement>($"#score-answer input[name={name}]")!.Value))];

    public static ParticipantId Id(string persona) => SamplePeople.Find(persona)!.Id;
}

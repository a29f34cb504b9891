using CoDesign.App.Bids;
using CoDesign.App.Live;
using CoDesign.Domain.Bids;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using CoDesign.Domain.Specifications;
using CoDesign.Domain.Tenders;
using CoDesign.Domain.Text;
using CoDesign.Domain.Thread;
using CoDesign.Tests.Storage;
using CoDesign.Tests.Tenders;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoDesign.Tests.Bids;

/// <summary>A clock that shows what it is set to, also what is earlier.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>What it shows.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Hannah's bid for Tom's tender in a store of its own, complete and not handed in.</summary>
/// <param name="Id">The bid.</param>
/// <param name="Tender">The tender; bids are in time for an hour.</param>
/// <param name="Question">Its question, which asks for evidence or doesn't.</param>
internal sealed record BidOnNode(BidId Id, TenderId Tender, CriterionId Question)
{
    /// <summary>A node over a folder by a clock that can be set.</summary>
    public static Task<Node> StartAsync(string folder, SetTime time, bool mayGoBack = false) => Node.StartAsync(folder, with: builder =>
    {
        builder.Configuration["Clock:MayGoBack"] = mayGoBack.ToString();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
    });

    /// <summary>Writes it.</summary>
    public static async Task<BidOnNode> WriteAsync(Node node, SetTime time, bool asksEvidence = false)
    {
        var (tom, hannah) = (People.Tom, People.Hannah);
        var project = await BeginAsync(node, "project", new CreateProject("Days out", Diamond.ServiceRedesign, "Going out"), tom);
        var clause = await node.DoAsync(project, new AddClause("Going out", ClauseKind.Need, []), tom);
        await node.DoAsync(new ClauseId(clause.Made!.Value).Text, new ReplaceText(0, "", "The provider helps."), tom);
        var tender = new TenderId((await BeginAsync(node, "tender", new CreateTender(new ProjectId(project.Value), "Companions"), tom)).Value);
        await node.DoAsync(tender.Stream, new DescribeTender("Companions wanted", 1_000, null, 12), tom);
        await node.DoAsync(tender.Stream, new SetDeadline(time.Now.AddHours(1)), tom);
        var quality = ((Tender)node.Live.Get(tender.Stream).State).Criteria[0].Id;
        var asked = await node.DoAsync(tender.Stream, new AddQuestion(quality, "Knowing", 100, "How?", 100, null, [], [], AsksEvidence: asksEvidence), tom);
        foreach (var thing in new[] { new ThreadRef(ThreadKind.Clause, clause.Made!.Value), new ThreadRef(ThreadKind.Question, asked.Made!.Value) })
            await node.DoAsync(project, new ExplainGap(thing, GapReason.Law, "The law asks for it."), tom);
        await node.DoAsync(tender.Stream, new SetPanelGroup("All", 100, true), tom);
        await node.DoAsync(tender.Stream, new PublishTender(), tom);
        var bid = new BidId((await BeginAsync(node, "bid", new StartBid(tender, "Harbour Lights"), hannah)).Value);
        var question = new CriterionId(asked.Made!.Value);
        await node.DoAsync(bid.Answer(question), new ReplaceText(0, "", "We visit three times."), hannah);
        await node.DoAsync(bid.Stream, new SetPrice(777.77m), hannah);
        return new BidOnNode(bid, tender, question);
    }

    /// <summary>The bid as it is.</summary>
    public Bid Now(Node node) => (Bid)node.Live.Get(Id.Stream).State;

    /// <summary>Hannah asks something of it; why not, or null.</summary>
    public async Task<string?> AskAsync(Node node, IBidCommand command) =>
        (await node.Live.ExecuteAsync(Id.Stream, command, People.Hannah, OperationId.New())).Refusal?.Code;

    /// <summary>Hannah puts a file to it.</summary>
    public Task<Answer> PutAsync(Node node, string name, byte[] content) => node.Services.GetRequiredService<EvidenceDesk>()
        .PutAsync(Id, Question, new FormFile(new MemoryStream(content), 0, content.Length, "file", name), People.Hannah, OperationId.New(), TestContext.Current.CancellationToken);

    private static async Task<StreamId> BeginAsync(Node node, string kind, ICommand command, ParticipantId by)
    {
        var operation = OperationId.New();
        return (await node.DoAsync(LiveStreams.NewStream(kind, by, operation), command, by, operation)).Stream;
    }
}

using System.Text;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.App.Workshops;
using CoDesign.Domain.Workshops;

namespace CoDesign.Tests.Storage;

/// <summary>Boards as earlier versions kept them: a list of stages, and a list of minutes beside it.</summary>
public sealed class EarlierStagesTests
{
    private const string Setup = """{"question":"What helps?","columns":["Now"],"stages":["reveal","privateWriting","discuss"],"minutes":[15,0,30],"deciding":"dots","dots":3}""";

    [Fact]
    public void A_history_of_before_is_read_with_each_stages_minutes()
    {
        var read = new EventCatalogue().Read("board.changed.v1", Encoding.UTF8.GetBytes($$"""{"setup":{{Setup}}}"""), null);
        Assert.Equal([new(Stage.Reveal, 15), new(Stage.PrivateWriting, null), new(Stage.Discuss, 30)], Assert.IsType<BoardChanged>(read).Setup.Stages);
    }

    [Fact]
    public void A_history_of_before_whose_words_lie_apart_is_read_too()
    {
        const string payload = """{"setup":{"stages":["vote"],"minutes":[5],"deciding":"score","dots":0},"$words":""}""";
        byte[] words = [.. new byte[16], .. """{"setup":{"question":"What helps?","columns":["Now"]}}"""u8];
        var read = Assert.IsType<BoardChanged>(new EventCatalogue().Read("board.changed.v1", Encoding.UTF8.GetBytes(payload), words)).Setup;
        Assert.Equal(("What helps?", new StagePlan(Stage.Vote, 5)), (read.Question, Assert.Single(read.Stages)));
    }

    [Fact]
    public void Stages_without_any_minutes_leave_them_open()
    {
        var read = JsonSerializer.Deserialize<BoardSetup>("""{"question":"","columns":[],"stages":["reveal","vote"],"deciding":"dots","dots":3}""", DomainJson.Options)!;
        Assert.Equal([new(Stage.Reveal, null), new(Stage.Vote, null)], read.Stages);
    }

    [Fact]
    public void A_card_in_a_file_of_before_is_read()
    {
        var card = JsonSerializer.Deserialize<CardFile>("""{"format":"codesign.card.v1","card":{"key":"","name":"Bench talk","board":""" + Setup + "}}", DomainJson.Options)!.Card;
        Assert.Equal(30, card.Board!.MinutesOf(Stage.Discuss));
    }

    [Fact]
    public void What_is_written_now_says_each_stage_with_its_minutes_and_is_read_as_it_was()
    {
        var setup = BoardSetup.Usual with { Stages = [new(Stage.Vote, null), new(Stage.Group, 5)] };
        var written = JsonSerializer.Serialize(setup, DomainJson.Options);
        Assert.Contains("""
            "stages":[{"stage":"vote","minutes":null},{"stage":"group","minutes":5}],"deciding"
            """, written, StringComparison.Ordinal);
        Assert.Equal(setup.Stages, JsonSerializer.Deserialize<BoardSetup>(written, DomainJson.Options)!.Stages);
    }
}

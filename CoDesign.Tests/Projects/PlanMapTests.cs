using CoDesign.App.Projects;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Projects;
using static CoDesign.Tests.Projects.GivenProject;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Projects;

/// <summary>The map of who is affected: where each kind of people stands, and the words beside it.</summary>
public sealed class PlanMapTests
{
    private static readonly Plan _plan = Begun.By(Fay,
        Written("Carers who work", Standing.TakingPart), Written("Night staff", Standing.Missing), Written("Neighbours", Standing.Invited),
        Written("People who live alone", Standing.Missing), Written("Wardens", Standing.Leading)).State.Plan;

    [Fact]
    public void A_mark_has_the_number_of_its_line_in_the_list_gaps_first()
    {
        Assert.Equal([(1, Standing.Missing), (2, Standing.Missing), (3, Standing.Invited), (4, Standing.TakingPart), (5, Standing.Leading)],
            PlanMap.Marks(_plan).Select(mark => (mark.Number, mark.Standing)));
        Assert.Equal(["1. Night staff", "2. People who live alone", "3. Neighbours", "4. Carers who work", "5. Wardens"], PlanWords.Lines(PlanPart.Affected, _plan).Select(line => line.Title));
    }

    [Fact]
    public void The_more_people_are_in_it_the_nearer_they_are_to_the_middle_and_none_stands_on_another()
    {
        var marks = PlanMap.Marks(_plan).ToArray();

        Assert.Equal(marks, marks.OrderByDescending(mark => Distance(mark, 150, 150)));
        Assert.All(marks, mark => Assert.True(mark.X is > 0 and < 300 && mark.Y is > 0 and < 300));
        Assert.All(marks, mark => Assert.All(marks.Where(other => other != mark), other => Assert.True(Distance(mark, other.X, other.Y) > 24)));
    }

    [Fact]
    public void The_words_count_kinds_of_people_and_say_what_is_missing()
    {
        Assert.Equal("2 of 5 kinds of people are in it; 2 are missing.", PlanMap.Summary(_plan));
        Assert.Equal("1 of 1 kind of people is in it; none is missing.", PlanMap.Summary(Begun.By(Fay, Written("Wardens", Standing.Leading)).State.Plan));
    }

    [Theory]
    [InlineData(0, "fewer than 5 service users")]
    [InlineData(3, "fewer than 5 service users")]
    [InlineData(4, "5 service users")]
    public void Fewer_than_five_are_never_a_number(int more, string says)
    {
        var project = Begun;
        for (var i = 0; i < more; i++) project = project.By(Tom, new ParticipantJoined(new ParticipantId(Derived.Guid(Guid.Empty, $"{i}")), Role.ServiceUser));

        Assert.Equal($"By now {says} and fewer than 5 providers take part.", PlanMap.People(ProjectView.For(project.State, Tom)!));
    }

    [Fact]
    public void Nobody_is_said_to_be_nobody() =>
        Assert.Equal("By now no service user and fewer than 5 providers take part.", PlanMap.People(ProjectView.For(Begun.By(Tom, new ParticipantRemoved(Amina)).State, Tom)!));

    private static AffectedWritten Written(string who, Standing standing) => new(new PlanItemId(Derived.Guid(Guid.Empty, who)), who, "", standing, "");

    private static double Distance(PlanMark mark, int x, int y) => Math.Sqrt(Math.Pow(mark.X - x, 2) + Math.Pow(mark.Y - y, 2));
}

using CoDesign.Domain.Projects;

namespace CoDesign.Tests.Projects;

/// <summary>An outcome says what is different for people; where it says what somebody does, that is noticed.</summary>
public sealed class ActivityWordingTests
{
    [Theory]
    [InlineData("Provide a weekly lunch club", "Provide")]
    [InlineData("We will run a group in each town", "run")]
    [InlineData("Running three cafés", "Running")]
    [InlineData("The council delivers meals", "delivers")]
    [InlineData("Hold sessions for carers", "Hold")]
    [InlineData("Carers like the sessions", null)]
    [InlineData("Local people holding workshops", "holding")]
    [InlineData("Set up a helpline", "Set")]
    [InlineData("People with dementia feel safe going out", null)]
    [InlineData("Children can run and play in the evening", null)]
    [InlineData("Carers hold on to their friends", null)]
    [InlineData("People feel supported", null)]
    [InlineData("", null)]
    public void Wording_of_activities_is_noticed_and_that_of_changes_is_not(string statement, string? word) =>
        Assert.Equal(word, ActivityWording.Find(statement));
}

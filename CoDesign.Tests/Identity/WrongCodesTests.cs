using CoDesign.App.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace CoDesign.Tests.Identity;

public sealed class WrongCodesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Throwing_the_cookie_away_does_not_help_a_guesser()
    {
        var wrong = new WrongCodes(_time, new ConfigurationBuilder().Build());

        Assert.Equal(60, Enumerable.Range(0, 100).Count(device => wrong.MayTry($"device {device}")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(wrong.MayTry("another"));
    }

    [Fact]
    public void A_device_may_try_again_after_a_while()
    {
        var wrong = new WrongCodes(_time, new ConfigurationBuilder().Build());

        Assert.Equal(10, Enumerable.Range(0, 20).Count(_ => wrong.MayTry("one")));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(wrong.MayTry("one"));
    }

    [Fact]
    public void Right_codes_do_not_count()
    {
        var wrong = new WrongCodes(_time, new ConfigurationBuilder().Build());
        for (var time = 0; time < 1000; time++)
        {
            Assert.True(wrong.MayTry("one"));
            wrong.WasRight("one");
        }
    }
}

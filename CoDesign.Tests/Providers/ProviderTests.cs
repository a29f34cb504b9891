using System.Collections.Immutable;
using System.Text.Json;
using CoDesign.App.Storage;
using CoDesign.Domain.Kernel;
using CoDesign.Domain.Providers;
using CoDesign.Tests.Kernel;
using static CoDesign.Tests.Tenders.People;

namespace CoDesign.Tests.Providers;

public sealed class ProviderTests
{
    private const string Code = "0123456789abcdef0123456789abcdef";
    private static readonly DateOnly _today = DateOnly.FromDateTime(Given.Now.UtcDateTime);

    private static Given<ProviderDecider, Provider, IProviderCommand> HarbourLights => Given.Stream<ProviderDecider, Provider, IProviderCommand>("provider")
        .By(Hannah, new ProviderBegan(new ProviderId(Guid.NewGuid()), "Harbour Lights", ProviderKind.Vcse, ProviderSize.UpTo9));

    private static ImmutableArray<StatementAnswer> AllTrue => [.. SelfCertification.RuleOn(Given.Now).Value.Select(statement => new StatementAnswer(statement.Key, true, ""))];

    private static string HashOf(string code)
    {
        Assert.Null(InvitationCode.Hash(code, out var hash));
        return hash;
    }

    [Fact]
    public void Whoever_begins_a_profile_is_its_owner_and_nobody_else_finds_it()
    {
        var begun = Given.Stream<ProviderDecider, Provider, IProviderCommand>("provider").When(Hannah, new BeginProvider(" Harbour Lights ", ProviderKind.Vcse, ProviderSize.UpTo9)).ThenState();

        Assert.Equal("Harbour Lights", begun.Name);
        Assert.True(ProviderView.For(begun, Hannah, Given.Now)!.Inside!.IsOwner);
        Assert.All(new[] { Bea, Tom, Nobody, ParticipantId.Public }, other => Assert.Null(ProviderView.For(begun, other, Given.Now)));
        HarbourLights.When(Bea, new GiveNumbers("", "1234567")).ThenRefused("not-found");
        HarbourLights.When(ParticipantId.Public, new GiveNumbers("", "1234567")).ThenRefused("not-found");
    }

    [Fact]
    public void What_is_public_is_only_what_the_organisation_agreed_to()
    {
        var full = HarbourLights.By(Hannah,
            new ContactSet(Hannah, "hannah@harbour.example", ""), new ProviderCertified(new DateOnly(2025, 2, 24), AllTrue),
            new InsuranceKept(new Insurance(InsuranceKind.PublicLiability, 5_000_000, _today.AddYears(1))), new AccountsDescribed(new Accounts(1, "")),
            new AccreditationKept(new Accreditation("Trusted Charity", _today.AddDays(-1), "")), new ProviderShown(true, "Harbour Lights", "")).State;

        var seen = ProviderView.For(full, ParticipantId.Public, Given.Now)!;

        Assert.Equal(("Harbour Lights", null), (seen.Name, seen.Inside));
        Assert.Empty(seen.Accreditations);
        Assert.DoesNotContain("hannah", JsonSerializer.Serialize(seen, DomainJson.Options), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Hannah.Text(), JsonSerializer.Serialize(seen, DomainJson.Options), StringComparison.Ordinal);
        Assert.Null(ProviderView.For(full with { IsPublic = false }, ParticipantId.Public, Given.Now));
    }

    [Fact]
    public void A_small_business_has_fewer_than_250_people()
    {
        HarbourLights.When(Hannah, new DescribeProvider("Big Care", ProviderKind.SmallOrMedium, ProviderSize.More, "", "")).ThenRefused("size.unfit", "size");
        HarbourLights.When(Hannah, new DescribeProvider("Big Care", ProviderKind.Large, ProviderSize.More, "", "")).ThenState();
    }

    [Theory]
    [InlineData("01234567", null)]
    [InlineData("sc 123456", null)]
    [InlineData("", null)]
    [InlineData("1234567", "company.unfit")]
    [InlineData("S1234567", "company.unfit")]
    [InlineData("012345678", "company.unfit")]
    public void A_company_number_is_as_Companies_House_writes_it(string number, string? refusal) =>
        Assert.Equal(refusal, HarbourLights.When(Hannah, new GiveNumbers(number, "SC012345")).Decision.Refusal?.Code);

    [Theory]
    [InlineData("https://harbour.example/safeguarding.pdf", null)]
    [InlineData("http://harbour.example", null)]
    [InlineData("", null)]
    [InlineData("javascript:alert(1)", "link.unfit")]
    [InlineData("data:text/html,x", "link.unfit")]
    [InlineData("//harbour.example", "link.unfit")]
    [InlineData("ftp://harbour.example", "link.unfit")]
    [InlineData("https://bank.example@harbour.example/", "link.unfit")]
    [InlineData("harbour.example", "link.unfit")]
    public void A_policy_can_only_be_read_at_a_web_address(string link, string? refusal)
    {
        Assert.Equal(refusal, HarbourLights.When(Hannah, new KeepPolicy(PolicyKind.Safeguarding, "Keeping people safe", _today, link)).Decision.Refusal?.Code);
        Assert.Equal(refusal, HarbourLights.When(Hannah, new KeepAccreditation("Trusted Charity", null, link)).Decision.Refusal?.Code);
    }

    [Fact]
    public void Every_sentence_is_ticked_or_explained()
    {
        HarbourLights.When(Hannah, new CertifyProvider(AllTrue)).Then(new ProviderCertified(new DateOnly(2025, 2, 24), AllTrue));
        HarbourLights.When(Hannah, new CertifyProvider(AllTrue.RemoveAt(5))).ThenRefused("answers.unexplained", "answers[5].holds");
        HarbourLights.When(Hannah, new CertifyProvider(AllTrue.SetItem(5, AllTrue[5] with { Holds = false }))).ThenRefused("answers.unexplained", "answers[5].holds");
        HarbourLights.When(Hannah, new CertifyProvider(default)).ThenRefused("answers.unexplained", "answers[0].holds");

        var explained = HarbourLights.When(Hannah, new CertifyProvider(AllTrue.SetItem(5, new StatementAnswer("solvency", false, "We had a hard year, and have a new treasurer.")))).ThenState();
        Assert.Equal(["We had a hard year, and have a new treasurer."], explained.Certified!.Answers.Where(answer => !answer.Holds).Select(answer => answer.Words));
        Assert.Equal((Hannah, Given.Now), (explained.Certified.By, explained.Certified.At));
    }

    [Fact]
    public void What_was_said_more_than_a_year_ago_should_be_said_again()
    {
        var said = HarbourLights.By(Hannah, new ProviderCertified(new DateOnly(2025, 2, 24), AllTrue)).State.Certified!;

        Assert.False(said.IsOld(Given.Now.AddYears(1)));
        Assert.True(said.IsOld(Given.Now.AddYears(1).AddTicks(1)));
    }

    [Fact]
    public void Every_sentence_names_its_source_and_their_dates_run_upwards()
    {
        Assert.All(SelfCertification.Rules.SelectMany(rule => rule.Value), statement => Assert.StartsWith("Procurement Act 2023", statement.Source, StringComparison.Ordinal));
        Assert.Equal(SelfCertification.Rules.Select(rule => rule.From).Order(), SelfCertification.Rules.Select(rule => rule.From));
        Assert.All(SelfCertification.Rules, rule => Assert.Equal(rule.Value.Length, rule.Value.Select(statement => statement.Key).Distinct().Count()));
    }

    [Fact]
    public void An_insurance_warns_six_weeks_before_it_ends_and_the_hint_says_so()
    {
        var cover = new Insurance(InsuranceKind.PublicLiability, 5_000_000, _today.AddDays(42));
        Assert.True(cover.EndsSoon(_today));
        Assert.False(cover.EndsSoon(_today.AddDays(-1)));
        Assert.Equal((false, true), (cover.HasEnded(cover.Ends), cover.HasEnded(cover.Ends.AddDays(1))));

        HarbourLights.When(Hannah, new KeepInsurance(InsuranceKind.Motor, 1_000_000, _today.AddDays(-1))).ThenRefused("ends.past", "ends");
        var need = ProfileNeeds.Of(HarbourLights.By(Hannah, new InsuranceKept(cover)).State, Given.Now).Single(one => one.Part == "insurance");
        Assert.Equal((false, "One of your insurances ends soon."), (need.IsThere, need.Note));
        Assert.True(ProfileNeeds.Of(HarbourLights.By(Hannah, new InsuranceKept(cover with { Ends = _today.AddDays(43) })).State, Given.Now).Single(one => one.Part == "insurance").IsThere);
    }

    [Fact]
    public void A_link_lets_one_colleague_in_once_and_not_for_long()
    {
        var invited = HarbourLights.By(Hannah, new ColleagueInvited(new ColleagueInvitationId(Guid.NewGuid()), HashOf(Code), "Jo"));

        invited.When(Bea, new JoinProvider("f123456789abcdef0123456789abcdef")).ThenRefused("not-found");
        invited.When(Bea, new JoinProvider(null)).ThenRefused("not-found");
        var joined = invited.By(Cai, new MemberJoined(Cai, invited.State.Invitations[0].Id));
        Assert.True(joined.State.IsMember(Cai));
        joined.When(Bea, new JoinProvider(Code)).ThenRefused("not-found");
        Assert.NotNull(invited.State.Invited(Code.ToUpperInvariant(), Given.Now + InvitationCode.Holds));
        Assert.Null(invited.State.Invited(Code, Given.Now + InvitationCode.Holds + TimeSpan.FromTicks(1)));
        HarbourLights.When(Hannah, new InviteColleague("guess", "Jo")).ThenRefused("code.unfit", "code");
    }

    [Fact]
    public void Only_owners_speak_for_the_organisation_and_one_is_always_left()
    {
        var two = HarbourLights.By(Hannah, new ColleagueInvited(new ColleagueInvitationId(Guid.NewGuid()), HashOf(Code), ""));
        two = two.By(Cai, new MemberJoined(Cai, two.State.Invitations[0].Id));

        foreach (IProviderCommand command in new IProviderCommand[] { new CertifyProvider(AllTrue), new ShowProvider(true), new InviteColleague(Code, ""), new GiveMemberRole(Cai, MemberRole.Owner), new RemoveMember(Hannah) })
            two.When(Cai, command).ThenRefused("provider.not-owner");
        two.When(Cai, new DescribeAccounts(2, "")).ThenState();
        two.When(Hannah, new RemoveMember(Hannah)).ThenRefused("provider.last-owner");
        two.When(Hannah, new GiveMemberRole(Hannah, MemberRole.Member)).ThenRefused("provider.last-owner");
        var left = two.By(Hannah, new MemberRoleGiven(Cai, MemberRole.Owner)).When(Hannah, new RemoveMember(Hannah)).ThenState();
        Assert.Null(ProviderView.For(left, Hannah, Given.Now));
    }

    [Fact]
    public void An_address_goes_with_the_member_whose_it_is()
    {
        var two = HarbourLights.By(Hannah, new ColleagueInvited(new ColleagueInvitationId(Guid.NewGuid()), HashOf(Code), ""));
        two = two.By(Cai, new MemberJoined(Cai, two.State.Invitations[0].Id)).By(Hannah, new ContactSet(Cai, "cai@harbour.example", "01234 567 890"));

        Assert.Equal(Cai, ((IQuote)new ContactSet(Cai, "cai@harbour.example", "")).WordsOf);
        Assert.Null(two.When(Cai, new RemoveMember(Cai)).ThenState().Contact);
        HarbourLights.When(Hannah, new SetContact(Bea, "bea@big.example", "")).ThenRefused("person.unknown", "person");
        HarbourLights.When(Hannah, new SetContact(null, "nowhere", "")).ThenRefused("email.unfit", "email");
        HarbourLights.When(Hannah, new SetContact(null, "", "call me")).ThenRefused("phone.unfit", "phone");
    }

    [Fact]
    public void A_profile_reads_back_from_a_snapshot_as_it_was()
    {
        var profile = HarbourLights.By(Hannah, new ProviderCertified(new DateOnly(2025, 2, 24), AllTrue), new PolicyKept(new Policy(PolicyKind.Equality, "Fair to all", _today, "")),
            new InsuranceKept(new Insurance(InsuranceKind.Motor, 1, _today)), new AccreditationKept(new Accreditation("Trusted Charity", null, ""))).State;
        var written = JsonSerializer.Serialize(profile, DomainJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Provider>(written, DomainJson.Options), DomainJson.Options));
    }
}

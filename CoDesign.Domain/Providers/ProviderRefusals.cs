using CoDesign.Domain.Kernel;

namespace CoDesign.Domain.Providers;

/// <summary>What a profile refuses, in plain words.</summary>
internal static class ProviderRefusals
{
    public static Refusal AlreadyThere { get; } = new("provider.exists", "This profile has been begun already.");
    public static Refusal NotOwner { get; } = new("provider.not-owner", "Only an owner of the profile can do that. Ask one of them.");
    public static Refusal SizeUnfit { get; } = new("size.unfit", "A small or medium business has fewer than 250 people (Procurement Act 2023, section 123). Choose another kind or size.", "size");
    public static Refusal CompanyUnfit { get; } = new("company.unfit", "A company number has eight digits, or two letters and six digits: 01234567 or SC123456.", "company");
    public static Refusal CharityUnfit { get; } = new("charity.unfit", "A charity number has five to eight digits, perhaps with letters before them: 1234567 or SC012345.", "charity");
    public static Refusal EmailUnfit { get; } = new("email.unfit", "Enter an e-mail address like office@example.org.", "email");
    public static Refusal PhoneUnfit { get; } = new("phone.unfit", "Enter a phone number: digits, spaces, and + at the beginning.", "phone");
    public static Refusal PersonUnknown { get; } = new("person.unknown", "Choose a member of your organisation.", "person");
    public static Refusal CoverRange { get; } = new("cover.range", "Give the cover in pounds: more than 0, and at most 1,000,000,000.", "cover");
    public static Refusal EndsPast { get; } = new("ends.past", "This insurance has ended. Enter the last day of the one that you have now.", "ends");
    public static Refusal YearsRange { get; } = new("years.range", "Choose from 0 to 3 years.", "years");
    public static Refusal ReviewedFuture { get; } = new("reviewed-on.future", "Enter the day on which the policy was looked at last; it can’t be still to come.", "reviewedOn");
    public static Refusal LinkUnfit { get; } = new("link.unfit", "Enter a web address that begins with https:// or http://, or leave it empty.", "link");
    public static Refusal UntilPast { get; } = new("until.past", "This accreditation has ended. Enter the day until which it holds.", "until");
    public static Refusal TooMany { get; } = new("provider.too-many", "There is room for 20 of these. Remove one first.");
    public static Refusal LastOwner { get; } = new("provider.last-owner", "A profile always has an owner. Make somebody else an owner first.");
    public static Refusal MemberAlready { get; } = new("provider.member-already", "You belong to this organisation already.");
}

using System.Numerics;
using System.Text.Json;
using CoDesign.Domain.Evaluations;
using CsCheck;

namespace CoDesign.Tests.Evaluations;

public sealed class FractionTests
{
    private static readonly Gen<Fraction> Any = Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[1, 1_000], (above, below) => new Fraction(above, below));

    [Theory]
    [InlineData(1, 3, "0.33")]
    [InlineData(2, 3, "0.67")]
    [InlineData(1, 200, "0.01")]
    [InlineData(-1, 200, "-0.01")]
    [InlineData(1, 201, "0.00")]
    [InlineData(-1, 201, "0.00")]
    [InlineData(9_999, 1_000, "10.00")]
    [InlineData(-7, 2, "-3.50")]
    [InlineData(0, 5, "0.00")]
    [InlineData(100, 1, "100.00")]
    public void It_is_shown_to_two_decimals_with_halves_away_from_zero(int above, int below, string shown) =>
        Assert.Equal(shown, new Fraction(above, below).ToString());

    [Theory]
    [InlineData(6_850_833, 1_000, "£6,850.83")]
    [InlineData(5, 1, "£5.00")]
    [InlineData(2_469_135_780, 2, "£1,234,567,890.00")]
    [InlineData(-3_001, 2, "-£1,500.50")]
    public void Money_is_shown_to_the_penny(long above, int below, string shown) => Assert.Equal(shown, new Fraction(above, below).Pounds());

    [Fact]
    public void It_is_kept_in_lowest_terms_with_the_sign_above()
    {
        Assert.Equal("1/2", new Fraction(-2, -4).Exact());
        Assert.Equal("-1/2", new Fraction(2, -4).Exact());
        Assert.Equal("0", new Fraction(0, -4).Exact());
        Assert.Equal(default, new Fraction(0, 7));
        Assert.Equal(default(Fraction).GetHashCode(), new Fraction(0, 7).GetHashCode());
        Assert.Throws<DivideByZeroException>(() => new Fraction(1, 0));
        Assert.Throws<DivideByZeroException>(() => (Fraction)1 / Fraction.Zero);
    }

    [Fact]
    public void A_decimal_becomes_exactly_what_it_says()
    {
        Assert.Equal(new Fraction(1, 10), (Fraction)0.1m);
        Assert.Equal(new Fraction(-12_345, 100), (Fraction)(-123.45m));
        Assert.Equal((Fraction)1.50m, (Fraction)1.5m);
        Assert.Equal(new Fraction((BigInteger.One << 96) - 1, 1), (Fraction)decimal.MaxValue);
        Assert.Equal((Fraction)1, (Fraction)0.1m * 10);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("1/-2")]
    [InlineData("1/2/3")]
    [InlineData("1.5")]
    [InlineData("a/b")]
    public void What_is_no_fraction_is_not_read(string? text) => Assert.False(Fraction.TryParse(text, out _));

    [Fact]
    public void Sums_products_and_order_are_those_of_numbers() =>
        Gen.Select(Any, Any, Any).Sample(
            (a, b, c) =>
            {
                Assert.Equal(a + b, b + a);
                Assert.Equal((a + b) + c, a + (b + c));
                Assert.Equal(a * (b + c), a * b + a * c);
                Assert.Equal(a, a + b - b);
                if (b != Fraction.Zero) Assert.Equal(a, a / b * b);
                Assert.Equal(a < b, (a - b).Above < 0);
                Assert.Equal(a.CompareTo(b), -b.CompareTo(a));
                Assert.Equal(a <= b, Fraction.Min(a, b) == a);
                Assert.Equal(a >= b, Fraction.Max(a, b) == a);
                Assert.True(Fraction.TryParse(a.Exact(), out var read) && read == a);
                Assert.Equal(a, JsonSerializer.Deserialize<Fraction>(JsonSerializer.Serialize(a)));
            },
            writeLine: TestContext.Current.TestOutputHelper!.WriteLine);

    [Fact]
    public void What_is_shown_is_never_further_off_than_half_a_hundredth() =>
        Any.Sample(
            a => Assert.True(decimal.Parse(a.ToString(), System.Globalization.CultureInfo.InvariantCulture) is var shown
                && Fraction.Max(a - shown, shown - a) <= new Fraction(1, 200)),
            writeLine: TestContext.Current.TestOutputHelper!.WriteLine);
}

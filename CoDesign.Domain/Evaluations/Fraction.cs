using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoDesign.Domain.Evaluations;

/// <summary>An exact number: scores are added and ranked without rounding, and rounded only to be shown.</summary>
[JsonConverter(typeof(FractionJson))]
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger _below;

    /// <summary>A number over another, in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="below"/> is zero.</exception>
    public Fraction(BigInteger above, BigInteger below)
    {
        if (below.IsZero) throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (Above, _below) = (above / common, below / common);
    }

    /// <summary>Nothing.</summary>
    public static Fraction Zero => default;

    /// <summary>What stands above the line.</summary>
    public BigInteger Above { get; }

    /// <summary>What stands below the line; positive.</summary>
    public BigInteger Below => _below.IsZero ? BigInteger.One : _below;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(int whole) => new(whole, 1);

    /// <summary>A decimal, exactly.</summary>
    public static implicit operator Fraction(decimal number)
    {
        var bits = decimal.GetBits(number);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0));
        return new Fraction(digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction a, Fraction b) => new(a.Above * b.Below + b.Above * a.Below, a.Below * b.Below);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => new(a.Above * b.Below - b.Above * a.Below, a.Below * b.Below);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) => new(a.Above * b.Above, a.Below * b.Below);

    /// <summary>The quotient.</summary>
    public static Fraction operator /(Fraction a, Fraction b) => new(a.Above * b.Below, a.Below * b.Above);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>The sum of many.</summary>
    public static Fraction Sum(IEnumerable<Fraction> numbers) => numbers.Aggregate(Zero, (sum, number) => sum + number);

    /// <summary>The mean of some whole numbers; there must be one at least.</summary>
    public static Fraction Mean(IEnumerable<int> numbers)
    {
        var (sum, count) = (0L, 0);
        foreach (var number in numbers) (sum, count) = (sum + number, count + 1);
        return new Fraction(sum, count);
    }

    /// <summary>The larger of two.</summary>
    public static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;

    /// <summary>The smaller of two.</summary>
    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    /// <inheritdoc />
    public int CompareTo(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);

    /// <inheritdoc />
    public bool Equals(Fraction other) => Above == other.Above && Below == other.Below;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Above, Below);

    /// <summary>For showing only: to two decimal places, halves away from zero.</summary>
    public override string ToString() => Shown("", "D");

    /// <summary>For showing only: an amount of money, to the penny, halves away from zero: <c>£6,850.83</c>.</summary>
    public string Pounds() => Shown("£", "N0");

    private string Shown(string unit, string whole)
    {
        var hundredfold = BigInteger.Abs(Above) * 200 + Below;
        var hundredths = hundredfold / (Below * 2);
        var sign = Above.Sign < 0 && !hundredths.IsZero ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{unit}{(hundredths / 100).ToString(whole, CultureInfo.InvariantCulture)}.{(int)(hundredths % 100):00}");
    }

    /// <summary>Exactly: <c>7/3</c>.</summary>
    public string Exact() => Below.IsOne ? Above.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Above}/{Below}");

    /// <summary>Reads what <see cref="Exact"/> writes.</summary>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        if (text?.Split('/') is not [var first, .. var rest] || rest.Length > 1) return false;
        var below = BigInteger.One;
        if (!BigInteger.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var above)) return false;
        if (rest is [var second] && (!BigInteger.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out below) || below.IsZero)) return false;
        fraction = new Fraction(above, below);
        return true;
    }
}

/// <summary>Writes exact numbers as JSON strings.</summary>
public sealed class FractionJson : JsonConverter<Fraction>
{
    /// <inheritdoc />
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Fraction.TryParse(reader.GetString(), out var fraction)
            ? fraction
            : throw new JsonException("An exact number is written like 7/3.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.Exact());
}

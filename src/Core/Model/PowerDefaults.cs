using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The default figures of components without a sourced one, watts (policy Appendix D.2 to D.4).</summary>
/// <remarks>Scale-up networks (D.1) have none that could be filled in: the descriptor does not say of which kind they are.</remarks>
[RuleData(FileName)]
public sealed class PowerDefaults
{
    internal const string FileName = "v1.0/power-defaults.json";

    /// <summary>Subsection of CPUs.</summary>
    public const string CpuSection = "D.2";

    /// <summary>Subsection of accelerators.</summary>
    public const string AcceleratorSection = "D.3";

    /// <summary>Subsection of scale-out NICs and switches.</summary>
    public const string ScaleOutSection = "D.4";

    // No CPU has so many cores; a name may still be anything.
    private const int MostDigits = 4300;

    private readonly ImmutableArray<Architecture> _cpus;
    private readonly ImmutableArray<Accelerator> _accelerators;
    private readonly ImmutableArray<Switch> _switches;

    private PowerDefaults(RuleDataValue root)
    {
        _cpus = root["cpu"].ItemsAs(Architecture.Parse);
        _accelerators = root["accelerator"].ItemsAs(static row => new Accelerator(row["contains"].Text, row["w"].Double));
        _switches = root["scale_out_switch"].ItemsAs(static row => new Switch(row["contains"].Text, row.Find("passive_w")?.Double, row.Find("active_optical_w")?.Double));
        ScaleOutNicW = root["scale_out_nic_w"].Double;
    }

    /// <summary>What the policy says: <c>data/v1.0/power-defaults.json</c>.</summary>
    public static PowerDefaults Default { get; } = Parse(BundledData.Read(FileName));

    /// <summary>One scale-out NIC, watts.</summary>
    public double ScaleOutNicW { get; }

    /// <summary>Reads the defaults from JSON.</summary>
    /// <exception cref="FormatException">No JSON, or a table is missing or none.</exception>
    public static PowerDefaults Parse(ReadOnlyMemory<byte> utf8Json) => new(RuleDataValue.Parse(utf8Json));

    /// <summary>One CPU, watts; null where its name tells no architecture or nothing tells its cores.</summary>
    /// <param name="model">The name: whole words of it decide the architecture, so "Graviton4" tells none.</param>
    /// <param name="cores">Cores as the system description says; where it does not, the name is searched for "64-core".</param>
    public double? CpuW(string? model, BigInteger? cores)
    {
        if (model is null)
        {
            return null;
        }

        var name = model.ToLowerInvariant();
        if ((cores ?? CoresIn(name)) is not { } count)
        {
            return null;
        }

        foreach (var cpu in _cpus)
        {
            if (cpu.Words.Any(word => HasWord(name, word)))
            {
                return cpu.WattsFor(count);
            }
        }

        return null;
    }

    /// <summary>One accelerator, watts; null where its name is in no row.</summary>
    public double? AcceleratorW(string? model)
    {
        var name = Squash(model);
        foreach (var (contains, watts) in _accelerators)
        {
            if (name.Contains(contains, StringComparison.Ordinal))
            {
                return watts;
            }
        }

        return null;
    }

    /// <summary>One scale-out switch, watts; null where its name is in no row or the row knows no such cabling.</summary>
    /// <param name="model">The name.</param>
    /// <param name="cabling">One of <see cref="PowerCabling.All"/>.</param>
    public double? SwitchW(string? model, string? cabling)
    {
        var name = Squash(model);
        foreach (var (contains, passiveW, activeOpticalW) in _switches)
        {
            if (name.Contains(contains, StringComparison.Ordinal))
            {
                return cabling switch
                {
                    PowerCabling.Passive => passiveW,
                    PowerCabling.ActiveOptical => activeOpticalW,
                    _ => null,
                };
            }
        }

        return null;
    }

    // Lower-case letters and digits are all that names are compared by: "GB 200" is "gb200".
    private static string Squash(string? model)
    {
        var squashed = new StringBuilder();
        foreach (var c in (model ?? "").ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                squashed.Append(c);
            }
        }

        return squashed.ToString();
    }

    private static bool HasWord(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!EndsInWordCharacter(name.AsSpan(0, at)) && !StartsWithWordCharacter(name.AsSpan(at + word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInWordCharacter(ReadOnlySpan<char> text) => Rune.DecodeLastFromUtf16(text, out var rune, out _) is System.Buffers.OperationStatus.Done && IsWordCharacter(rune);

    private static bool StartsWithWordCharacter(ReadOnlySpan<char> text) => Rune.DecodeFromUtf16(text, out var rune, out _) is System.Buffers.OperationStatus.Done && IsWordCharacter(rune);

    private static bool IsWordCharacter(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsNumber(rune);

    // The first "<digits><blanks or hyphens>core".
    private static BigInteger? CoresIn(string name)
    {
        for (var at = name.IndexOf("core", StringComparison.Ordinal); at >= 0; at = name.IndexOf("core", at + 1, StringComparison.Ordinal))
        {
            var end = at;
            while (end > 0 && (name[end - 1] == '-' || char.IsWhiteSpace(name[end - 1])))
            {
                end--;
            }

            if (DigitsBefore(name.AsSpan(0, end)) is { } cores)
            {
                return cores;
            }
        }

        return null;
    }

    private static BigInteger? DigitsBefore(ReadOnlySpan<char> text)
    {
        BigInteger? number = null;
        var scale = BigInteger.One;
        var digits = 0;
        while (digits++ < MostDigits && Rune.DecodeLastFromUtf16(text, out var rune, out var length) is System.Buffers.OperationStatus.Done && DecimalDigit.Of(rune) is { } digit)
        {
            number = (number ?? 0) + (digit * scale);
            scale *= 10;
            text = text[..^length];
        }

        return number;
    }

    private sealed record Accelerator(string Contains, double Watts);

    private sealed record Switch(string Contains, double? PassiveW, double? ActiveOpticalW);

    private sealed record Tier(long? MostCores, double Watts);

    private sealed record Architecture(ImmutableArray<string> Words, ImmutableArray<Tier> Tiers)
    {
        public static Architecture Parse(RuleDataValue row) => new(
            row["words"].Texts,
            row["watts"].ItemsAs(static tier => new Tier(tier.Find("most_cores")?.Int64, tier["w"].Double)));

        public double? WattsFor(BigInteger cores)
        {
            foreach (var tier in Tiers)
            {
                if (tier.MostCores is null || cores <= tier.MostCores)
                {
                    return tier.Watts;
                }
            }

            return null;
        }
    }
}

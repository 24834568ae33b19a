namespace MlPerf.Endpoints.Core.Model;

/// <summary>What is known of a system's power (policy §4.5).</summary>
public sealed record SystemPower
{
    /// <summary><c>system_power.json</c>. A folder of that name counts as absent.</summary>
    public required FileReading<PowerDescriptor> DescriptorFile { get; init; }

    /// <summary>What the system's description says of it.</summary>
    public required PowerFacts Facts { get; init; }

    /// <summary>The computation; null where the descriptor is absent or did not load.</summary>
    public PowerComputation? Computation { get; init; }

    /// <summary>The provisioned power, or why there is none.</summary>
    public required Availability<ProvisionedPower> Provisioned { get; init; }

    /// <summary>Puts together what a descriptor and the facts give.</summary>
    /// <param name="descriptorFile">The descriptor, loaded or not.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="defaults">Appendix D; what the policy says where null.</param>
    public static SystemPower Of(FileReading<PowerDescriptor> descriptorFile, PowerFacts facts, PowerDefaults? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(descriptorFile);
        if (descriptorFile.Value is not { } descriptor)
        {
            return new SystemPower
            {
                DescriptorFile = descriptorFile,
                Facts = facts,
                Provisioned = Availability<ProvisionedPower>.Absent(descriptorFile.Exists ? "the power descriptor could not be read" : "the system has no power descriptor"),
            };
        }

        var computation = PowerCalculator.Compute(descriptor, facts, defaults);
        return new SystemPower
        {
            DescriptorFile = descriptorFile,
            Facts = facts,
            Computation = computation,
            Provisioned = computation.ProvisionedKw is { } kilowatts
                ? Availability<ProvisionedPower>.Present(new ProvisionedPower(computation, kilowatts))
                : Availability<ProvisionedPower>.Absent("the power descriptor is rejected"),
        };
    }
}

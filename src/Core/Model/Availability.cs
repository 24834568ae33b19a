using System.Diagnostics.CodeAnalysis;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Something that was reached, or the reason why not. What stops what is part of the model: no rule sees another rule's findings.</summary>
/// <typeparam name="T">What it is.</typeparam>
public readonly struct Availability<T>
    where T : class
{
    private Availability(T? value, string? reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>The thing, or null.</summary>
    public T? Value { get; }

    /// <summary>Why it is not there, as a clause: "the system description is invalid". Null where it is.</summary>
    public string? Reason { get; }

    /// <summary>Whether it is there.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsPresent => Value is not null;

    /// <summary>It is there.</summary>
    public static Availability<T> Present(T value) => new(value, null);

    /// <summary>It is not there.</summary>
    public static Availability<T> Absent(string reason) => new(null, reason);
}

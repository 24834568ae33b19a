namespace MlPerf.Endpoints.Core.Model;

/// <summary>A list that a check depends on besides the submission, made when it is first asked for: a bundled one then costs nothing while the submission is read.</summary>
/// <typeparam name="T">The list.</typeparam>
/// <param name="make">Makes it, or says why it cannot be had; the same however often it is called.</param>
internal sealed class ReferenceList<T>(Func<Availability<T>> make)
    where T : class
{
    // Two threads that ask at once may both make it. (Lazy over a value type of ours would have to be compiled at start.)
    private Made? _made;

    public Availability<T> Value => (_made ??= new(make())).Value;

    private sealed class Made(Availability<T> value)
    {
        public Availability<T> Value => value;
    }
}

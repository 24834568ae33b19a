using System.Runtime.ExceptionServices;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Something that is made on a thread of its own while the caller goes on. Such a thread starts in a fraction of the time of a process's first task.</summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class Background<T>
    where T : class
{
    private readonly Func<T> _make;
    private readonly Thread _thread;
    private T? _made;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Starts to make it.</summary>
    public Background(Func<T> make)
    {
        _make = make;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits until it is made. What went wrong meanwhile is thrown as it was.</summary>
    public T Wait()
    {
        _thread.Join();
        _failure?.Throw();
        return _made!;
    }

    private void Run()
    {
        try
        {
            _made = _make();
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is thrown where the value is asked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }
}

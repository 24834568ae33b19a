using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Retries for what may be repeated, and a circuit breaker over all calls of the API.</summary>
internal sealed class PrismResilience
{
    private readonly ResiliencePipeline _repeatable;
    private readonly ResiliencePipeline _once;
    private readonly ResiliencePipeline _transfer;

    public PrismResilience(PrismClientOptions options, TimeProvider time)
    {
        var breaker = Breaker(options, time);
        _once = breaker;
        _repeatable = Retry(options, time).AddPipeline(breaker).Build();
        _transfer = Retry(options, time).Build();
    }

    /// <summary>A call of the API.</summary>
    public ValueTask<T> CallAsync<T>(bool isRepeatable, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
        => GuardAsync(isRepeatable ? _repeatable : _once, call, cancellation);

    /// <summary>A transfer that is begun anew with a fresh link.</summary>
    public ValueTask<T> TransferAsync<T>(Func<CancellationToken, ValueTask<T>> transfer, CancellationToken cancellation)
        => GuardAsync(_transfer, transfer, cancellation);

    private static async ValueTask<T> GuardAsync<T>(ResiliencePipeline pipeline, Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(call, cancellation).ConfigureAwait(false);
        }
        catch (BrokenCircuitException exception)
        {
            throw new PrismException(PrismErrorKind.Network, "The service failed too often in a short time; no further call is made for a while.", exception) { RetryAfter = exception.RetryAfter };
        }
    }

    private static ResiliencePipelineBuilder Retry(PrismClientOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxAttempts <= 1)
        {
            return builder;
        }

        builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            ShouldHandle = new PredicateBuilder().Handle<PrismException>(exception => IsTransient(exception) && !(exception.RetryAfter > options.MaxRetryAfter)),
            DelayGenerator = arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as PrismException)?.RetryAfter),
        });
        return builder;
    }

    private static ResiliencePipeline Breaker(PrismClientOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.CircuitFailures > 0)
        {
            builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1,
                MinimumThroughput = options.CircuitFailures,
                SamplingDuration = options.CircuitWindow,
                BreakDuration = options.CircuitBreak,
                ShouldHandle = new PredicateBuilder().Handle<PrismException>(exception => exception.Kind is PrismErrorKind.Network || exception.Status >= HttpStatusCode.InternalServerError),
            });
        }

        return builder.Build();
    }

    private static bool IsTransient(PrismException exception)
        => exception.Kind is PrismErrorKind.Network
            || exception.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}

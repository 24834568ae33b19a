using System.Globalization;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Model;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>Reads files of envelopes into targets. However large they are, only so many documents are kept; the others are counted.</summary>
internal sealed class EnvelopeReader(ISubmissionSource source, MlxValidator validator, FormatContext context)
{
    private const int MostValid = 10_000;
    private const int MostInvalid = 10_000;
    private const long MostInvalidBytes = 8L << 20;

    private readonly List<EnvelopeTarget> _envelopes = [];
    private int _valid;
    private int _invalid;
    private long _invalidBytes;

    public IReadOnlyList<EnvelopeTarget> Envelopes => _envelopes;

    public long UnlistedValid { get; private set; }

    public long UnlistedInvalid { get; private set; }

    private bool HasRoomForFaults => _invalid < MostInvalid && _invalidBytes < MostInvalidBytes;

    public void Read(SubmissionPath file, EnvelopeFileKind kind)
    {
        if (kind is EnvelopeFileKind.Lines && source.KindOf(file) is EntryKind.File)
        {
            ReadLines(file);
            return;
        }

        var content = source.Read(file, context.Options.ReadLimits.MaxFileBytes);
        if (content.Problem is { } problem)
        {
            AddUnreadable(file, 1, problem.Detail, exceedsLimit: problem.Kind is SourceProblemKind.TooLarge);
            return;
        }

        Judge(file, 1, content.Bytes);
    }

    private void ReadLines(SubmissionPath file)
    {
        try
        {
            using var stream = source.Open(file);
            foreach (var line in EnvelopeLines.Read(stream, context.Options.ReadLimits.MaxFileBytes))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var number = (int)Math.Min(line.Number, int.MaxValue);
                if (line.IsTooLong)
                {
                    AddUnreadable(file, number, string.Create(CultureInfo.InvariantCulture, $"the line has {line.LengthBytes} bytes, more than the {context.Options.ReadLimits.MaxFileBytes} that are read"), exceedsLimit: true);
                }
                else
                {
                    Judge(file, number, line.Utf8);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            AddUnreadable(file, 1, $"the operating system reports '{failure.Message}'", exceedsLimit: false);
        }
    }

    private void Judge(SubmissionPath file, int line, ReadOnlyMemory<byte> utf8)
    {
        context.PointRead?.Invoke();
        if (validator.IsCertainlyValid(utf8.Span))
        {
            AddValid(file, line, unholdable: []);
            return;
        }

        // Once there is no room for their faults, documents are only told apart.
        var tree = validator.ReadTree(utf8, file);
        if (tree is { Problem: null, Faulty.Count: 0 })
        {
            AddValid(file, line, tree.Unholdable);
        }
        else if (!HasRoomForFaults)
        {
            UnlistedInvalid++;
        }
        else
        {
            _invalid++;
            _invalidBytes += utf8.Length;
            _envelopes.Add(tree.Problem is { } problem
                ? new UnreadableEnvelope { Path = file, Line = line, Problem = problem }
                : new InvalidEnvelope { Path = file, Line = line, Schema = validator.Schema, Faulty = tree.Faulty, Unholdable = tree.Unholdable });
        }
    }

    private void AddValid(SubmissionPath file, int line, IReadOnlyList<SchemaInstance> unholdable)
    {
        if (_valid == MostValid)
        {
            UnlistedValid++;
            return;
        }

        _valid++;
        _envelopes.Add(new ValidEnvelope { Path = file, Line = line, Unholdable = unholdable });
    }

    private void AddUnreadable(SubmissionPath file, int line, string detail, bool exceedsLimit)
    {
        if (!HasRoomForFaults)
        {
            UnlistedInvalid++;
            return;
        }

        _invalid++;
        _envelopes.Add(new UnreadableEnvelope { Path = file, Line = line, Problem = new DocumentProblem(DocumentProblemKind.Io, detail) { ExceedsLimit = exceedsLimit } });
    }
}

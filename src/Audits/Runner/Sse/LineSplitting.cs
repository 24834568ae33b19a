namespace MlPerf.Endpoints.Audits.Runner.Sse;

/// <summary>Lines of an event, whatever ends them.</summary>
internal static class LineSplitting
{
    public static Lines SplitLines(this ReadOnlySpan<byte> text) => new(text);

    /// <summary>Walks over the lines without allocating; a CRLF yields an empty line more, which holds no data.</summary>
    internal ref struct Lines(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;
        private bool _isOver;

        public ReadOnlySpan<byte> Current { get; private set; }

        public readonly Lines GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_isOver)
            {
                return false;
            }

            var end = _rest.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                _isOver = true;
                Current = _rest;
                return true;
            }

            Current = _rest[..end];
            _rest = _rest[(end + 1)..];
            return true;
        }
    }
}

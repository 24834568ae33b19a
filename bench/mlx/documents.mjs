// Writes JSON Lines files of envelopes of about 1.6 KB: documents.mjs FOLDER COUNT
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';

const [folder, countText] = process.argv.slice(2);
const count = Number(countText);

function envelope(number) {
  const tags = { concurrency: '16', region: 'low_concurrency', load_pattern: 'concurrency', dataset: 'cnn_dailymail', run: String(number), system_id: 'acme_a8', seed_set: 'A' };
  const row = (metric, unit, value) => ({
    name: `llama3_1-8b_r${16 + (number % 7)}`, metric, value, unit, duration_seconds: 600.25, prompt_tokens_per_second: 812.5, decode_tokens_per_second: 4500.5,
    total_tokens_per_second: 5313.0, first_token_latency_ms: 310.25, tags,
  });
  return {
    schema_version: '1', timestamp: '2026-05-04T09:03:21Z', git_sha: 'fdf4257', trigger: 'local', suite: 'throughput', model: 'meta-llama/Llama-3.1-8B-Instruct', quantization: 'FP8',
    seed: number, gen_kwargs: { max_gen_toks: 1024, temperature: 0.7 }, system: { os: 'Ubuntu 24.04', chip: '8x Accelerator', memory_gb: 2304, kernel: '6.8.0' },
    results: [row('throughput_output_toks_per_s', 'tok/s', 4500.5 + number), row('ttft_p50_ms', 'ms', 310.25), row('tpot_p90_ms', 'ms', 12.125)],
    errors: ['one request timed out'],
  };
}

// Every kind of fault that the schema knows, in turn.
const faults = [
  (e) => { e.seed = '42'; },
  (e) => { e.trigger = 'Local'; },
  (e) => { e.git_sha = 'fdf4257-dirty'; },
  (e) => { e.timestamp = '2026-02-29T09:03:21Z'; },
  (e) => { delete e.system.chip; },
  (e) => { e.results[1].host = 'a'; },
  (e) => { e.results[2].first_token_latency_ms = -1; },
  (e) => { e.results[0].tags.concurrency = 16; },
];

async function write(name, share) {
  const file = createWriteStream(join(folder, name));
  let faulty = 0;
  for (let number = 0; number < count; number++) {
    const document = envelope(number);
    if (share > 0 && number % Math.round(1 / share) === 0) {
      faults[faulty++ % faults.length](document);
    }
    if (!file.write(JSON.stringify(document) + '\n')) {
      await new Promise((resolve) => file.once('drain', resolve));
    }
  }
  await new Promise((resolve) => file.end(resolve));
}

await write('valid.jsonl', 0);
await write('invalid-10.jsonl', 0.1);

// Times ajv on JSON Lines files, parsing included: ajv.mjs SCHEMA-DATA ROUNDS FILE…
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [data, roundsText, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(data, 'utf8')).schema);

for (const file of files) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0);
  const times = [];
  let valid = 0;
  for (let round = 0; round < Number(roundsText); round++) {
    valid = 0;
    const started = process.hrtime.bigint();
    for (const line of lines) {
      valid += validate(JSON.parse(line)) ? 1 : 0;
    }
    times.push(Number(process.hrtime.bigint() - started) / 1e3 / lines.length);
  }
  // The first half warms up.
  const warm = times.slice(times.length / 2).sort((a, b) => a - b);
  console.log(`ajv        ${file.split('/').pop().padEnd(18)} ${warm[Math.floor(warm.length / 2)].toFixed(2)} µs a document, ${valid} of ${lines.length} valid`);
}

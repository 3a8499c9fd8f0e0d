import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateSamples, samplesFolder } from './generate-samples.ts';

describe('generateSamples', () => {
  const samples = generateSamples();

  it('reproduces the committed files byte for byte', () => {
    expect([...samples.keys()].sort()).toEqual(readdirSync(samplesFolder).sort());
    for (const [name, bytes] of samples) {
      expect(Buffer.compare(readFileSync(join(samplesFolder, name)), bytes), name).toBe(0);
    }
  });

  it('labels every row once', () => {
    const labels = new TextDecoder().decode(samples.get('labels.ndjson')).trimEnd().split('\n');
    const manifest = JSON.parse(new TextDecoder().decode(samples.get('manifest.json')));
    const rows = manifest.files.reduce((sum: number, file: { rows: number }) => sum + file.rows, 0);
    expect(labels.length).toBe(rows);
    const keys = labels.map((line) => JSON.parse(line)).map((label) => `${label.DeviceName} ${label.ReportId}`);
    expect(new Set(keys).size).toBe(rows);
  });

  it('lies within 24 hours of its newest event', () => {
    const labels = new TextDecoder().decode(samples.get('labels.ndjson')).trimEnd().split('\n');
    const times = labels.map((line) => Date.parse(JSON.parse(line).Timestamp));
    const spread = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
    expect(spread).toBeLessThan(24 * 60 * 60 * 1000);
  });
});

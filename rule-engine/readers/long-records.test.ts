import { afterEach, describe, expect, it, vi } from 'vitest';
import { type WebAssemblyModule, webAssembly } from '../webassembly/module.ts';
import { CsvScanner } from './csv/csv-scanner.ts';
import { SimdCsvScanner } from './csv/simd-csv-scanner.ts';
import { JsonStream } from './json/json-stream.ts';
import { SimdJsonLines } from './json/simd-json-lines.ts';
import { inChunks, readAll, toBytes } from './read-text.test-helper.ts';
import { windowsTextReader } from './windows-text/windows-text-reader.ts';
import { windowsXmlReader } from './windows-xml/windows-xml-reader.ts';

const CHUNK = 1 << 12;
const CHUNKS = 200;
const LONG = 'x'.repeat(CHUNK * CHUNKS);
/** Looks at, and copies of, a record that doubles from one to the next. */
const FEW = 24;

async function pushAll(scanner: { push(chunk: Uint8Array): void; end(): void }, text: string): Promise<void> {
  for await (const chunk of inChunks(toBytes(text), CHUNK)) scanner.push(chunk);
  scanner.end();
}

function counting(scan: 'scanCsv' | 'scanJsonLines') {
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  const { exports, memory } = webAssembly;
  const counted = vi.fn(exports[scan]);
  const module: WebAssemblyModule = { exports: { ...exports, [scan]: counted }, memory };
  return { module, counted };
}

/** Bytes that are copied from one array to another in all. */
function watchCopies(): () => number {
  const set = vi.spyOn(Uint8Array.prototype, 'set');
  return () => set.mock.calls.reduce((sum, [from]) => sum + from.length, 0);
}

afterEach(() => void vi.restoreAllMocks());

describe('a record that comes in many chunks is not read anew at each', () => {
  it('a JSON value', async () => {
    const copied = watchCopies();
    const lengths: number[] = [];
    const stream = new JsonStream({
      enter: (path) => path.length === 0,
      value: (_path, _bytes, start, end) => void lengths.push(end - start),
      leave: () => {},
      error: (_line, message) => expect.unreachable(message),
    });
    await pushAll(stream, `[1,{"a":"${LONG}"},{"a":1}]`);
    expect(lengths).toEqual([1, LONG.length + 8, 7]);
    expect(copied()).toBeLessThan(4 * LONG.length);
  });

  it('a JSON line', async () => {
    const { module, counted } = counting('scanJsonLines');
    const lengths: number[] = [];
    const sink = { fieldId: () => 0, cell: () => {}, endRow: () => {}, addRows: () => {}, restart: () => {} };
    const handler = {
      sink: () => sink,
      line: (_bytes: Uint8Array, start: number, end: number) => {
        lengths.push(end - start);
        return { names: () => ['a'] };
      },
      tooLong: () => expect.unreachable(),
    };
    await pushAll(new SimdJsonLines(module, handler, 1 << 26), `{"a":1}\n{"c":"${LONG}"}\n{"b":1}\n`);
    expect(lengths).toEqual([7, LONG.length + 8, 7]);
    expect(counted.mock.calls.length).toBeLessThan(FEW);
  });

  const csv = `a,b\n1,"${LONG}"\n2,3\n`;

  it('a cell of CSV', async () => {
    const { module, counted } = counting('scanCsv');
    const handler = { row: () => {}, batch: () => {}, error: () => expect.unreachable() };
    await pushAll(new SimdCsvScanner(module, ',', handler), csv);
    expect(counted.mock.calls.length).toBeLessThan(FEW);
  });

  it('a cell of CSV, without SIMD', async () => {
    const copied = watchCopies();
    const lengths: number[] = [];
    const scanner = new CsvScanner(',', {
      row: (_bytes, cells) => void lengths.push(cells[3] - cells[2]),
      error: () => expect.unreachable(),
    });
    const looks = vi.spyOn(scanner, 'row');
    await pushAll(scanner, csv);
    expect(lengths).toEqual([1, LONG.length, 1]);
    expect(looks.mock.calls.length).toBeLessThan(FEW);
    expect(copied()).toBeLessThan(4 * LONG.length);
  });

  it('text between events of XML', async () => {
    const seen: number[] = [];
    const { exec } = RegExp.prototype;
    vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      seen.push(text.length);
      return exec.call(this, text);
    });
    const event = '<Event><System><EventID>1</EventID></System></Event>';
    const { records } = await readAll(windowsXmlReader, `<Events>${event}<a>${LONG}<${event}`, CHUNK);
    expect(records.map(({ line }) => line)).toEqual([1, 1]);
    expect(Math.max(...seen)).toBeLessThan(3 * CHUNK);
  });
});

it('a row of CSV that is too long is split, and said to be; no quote is blamed', () => {
  const messages: string[] = [];
  const scanner = new CsvScanner(',', { row: () => {}, error: (_line, message) => void messages.push(message) });
  for (let i = 0; i < 17; i++) scanner.push(new Uint8Array(1 << 20).fill(0x78));
  scanner.end();
  expect(messages).toEqual(['A row is longer than 16 MiB: it was split']);
});

it('a line of Windows event text that is too long is said to be left out', async () => {
  const line = `Data=${'x'.repeat(5 << 20)}`;
  const text = `01/05/2026 08:30:01 AM\nLogName=Security\nEventCode=4688\n${line}\nMessage=a\n`;
  const { records, errors } = await readAll(windowsTextReader, text);
  expect([records.length, errors.map(({ message }) => message)]).toEqual([
    1,
    ['An event is longer than 4 MiB: the rest of it is left out'],
  ]);
});

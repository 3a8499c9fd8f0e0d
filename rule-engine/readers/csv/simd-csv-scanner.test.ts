import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellBatch } from '../../webassembly/cell-batch.ts';
import { webAssembly } from '../../webassembly/module.ts';
import { toBytes } from '../read-text.test-helper.ts';
import { type CsvRowHandler, CsvScanner } from './csv-scanner.ts';
import { SimdCsvScanner } from './simd-csv-scanner.ts';

interface Scanned {
  readonly rows: { readonly line: number; readonly cells: readonly string[] }[];
  readonly errors: { readonly line: number; readonly message: string }[];
  batched: number;
}

const decoder = new TextDecoder();

function handlerInto(scanned: Scanned): CsvRowHandler {
  return {
    row: (bytes, cells, count, line) => {
      const texts = Array.from({ length: count }, (_, i) =>
        decoder.decode(bytes.subarray(cells[2 * i], cells[2 * i + 1])),
      );
      scanned.rows.push({ line, cells: texts });
    },
    error: (line, message) => void scanned.errors.push({ line, message }),
  };
}

function pushInChunks(scanner: CsvScanner | SimdCsvScanner, text: string, chunkSize: number): void {
  const bytes = toBytes(text);
  for (let at = 0; at < bytes.length; at += chunkSize) scanner.push(bytes.slice(at, at + chunkSize));
  scanner.end();
}

function scanCarefully(text: string): Scanned {
  const scanned: Scanned = { rows: [], errors: [], batched: 0 };
  pushInChunks(new CsvScanner(',', handlerInto(scanned)), text, text.length * 4 + 1);
  return scanned;
}

function scanWithSimd(text: string, chunkSize: number): Scanned {
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  const scanned: Scanned = { rows: [], errors: [], batched: 0 };
  const batch = (found: CellBatch) => {
    scanned.batched += found.rows;
    for (let row = 0; row < found.rows; row++) {
      const first = 2 * row * found.columns;
      const cells = Array.from({ length: found.columns }, (_, column) => {
        const [start, end] = found.cells().subarray(first + 2 * column);
        return decoder.decode(found.bytes().subarray(start, end));
      });
      scanned.rows.push({ line: found.line(row), cells });
    }
  };
  pushInChunks(new SimdCsvScanner(webAssembly, ',', { ...handlerInto(scanned), batch }), text, chunkSize);
  return scanned;
}

test('finds the cells, lines and faults that the careful scanner finds, whatever the text and the chunks', () => {
  const piece = fc.constantFrom(
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    'a',
    'é',
    'word',
    '"quoted, text"',
    '"a ""b"" c"',
    ',,',
    ',"x\ny",',
  );
  const text = fc.array(piece, { maxLength: 120 }).map((pieces) => `one,two,three\n${pieces.join('')}`);
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 300 }), (csv, chunkSize) => {
      const { rows, errors } = scanWithSimd(csv, chunkSize);
      const careful = scanCarefully(csv);
      expect(rows).toEqual(careful.rows);
      expect(errors).toEqual(careful.errors);
    }),
    { numRuns: 2000 },
  );
});

test('takes plain rows in batches, however their cells are quoted', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 70 }).map((text) => text.replace(/[",\r\n]/g, '')),
    fc.string({ maxLength: 70 }).map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const row = fc.tuple(cell, cell, cell).map((cells) => cells.join(','));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const csv = `one,two,three\n${rows.map((text) => `${text}\n`).join('')}`;
      const scanned = scanWithSimd(csv, 4096);
      expect(scanned.rows).toEqual(scanCarefully(csv).rows);
      expect(scanned.batched).toBe(scanned.rows.length - 1);
    }),
  );
});

test('a file of rows that are not plain is read to its end', () => {
  const csv = `one,two,three\n${'a,b"c"d,e\n'.repeat(500)}${'1,2\n'.repeat(500)}`;
  expect(scanWithSimd(csv, 1000).rows).toEqual(scanCarefully(csv).rows);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvScanner } from './csv-scanner.ts';

interface Scanned {
  readonly rows: string[][];
  readonly lines: number[];
  readonly errors: { line: number; message: string }[];
}

function scan(bytes: Uint8Array, chunkSize: number, delimiter = ','): Scanned {
  const result: Scanned = { rows: [], lines: [], errors: [] };
  const scanner = new CsvScanner(delimiter, {
    row: (row, cells, count, line) => {
      const texts = Array.from({ length: count }, (_, i) =>
        new TextDecoder().decode(row.subarray(cells[2 * i], cells[2 * i + 1])),
      );
      result.rows.push(texts);
      result.lines.push(line);
    },
    error: (line, message) => result.errors.push({ line, message }),
  });
  for (let at = 0; at < bytes.length; at += chunkSize) scanner.push(bytes.slice(at, at + chunkSize));
  scanner.end();
  return result;
}

const scanText = (text: string, chunkSize = 1 << 20) => scan(new TextEncoder().encode(text), chunkSize);

function writeCsv(rows: readonly (readonly string[])[], lineEnd: string, quoteAll: boolean): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const write = (cell: string) => (quoteAll || /[",\r\n]/.test(cell) || cell.startsWith('"') ? quote(cell) : cell);
  return rows.map((row) => row.map(write).join(',') + lineEnd).join('');
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', ';', '\t'), maxLength: 8 });

describe('CsvScanner', () => {
  it('reads back what RFC 4180 writes, whatever the chunks', () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        (rows, end, all, size) => {
          const scanned = scanText(writeCsv(rows, end, all), size);
          expect(scanned.rows).toEqual(rows);
          expect(scanned.errors).toEqual([]);
        },
      ),
    );
  });

  it('says at which line a row starts, over line feeds within quotes and blank lines', () => {
    expect(scanText('a,b\n"1\n2",x\n\ny,z').lines).toEqual([1, 2, 5]);
  });

  it('takes a quote within an unquoted cell for itself', () => {
    const { rows, errors } = scanText('a,5" pipe,b\n');
    expect(rows).toEqual([['a', '5" pipe', 'b']]);
    expect(errors).toEqual([]);
  });

  it('reports text after a closing quote and keeps the cell', () => {
    const { rows, errors } = scanText('"C:\\lua.exe" -e,b\nc,d\n');
    expect(rows).toEqual([
      ['"C:\\lua.exe" -e', 'b'],
      ['c', 'd'],
    ]);
    expect(errors.map((error) => error.line)).toEqual([1]);
  });

  it('reports a quote that is never closed and keeps the rows after it', () => {
    const { rows, errors } = scanText('a,b\n1,"open\n2,x\n3,y\n', 5);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '"open'],
      ['2', 'x'],
      ['3', 'y'],
    ]);
    expect(errors.map((error) => error.line)).toEqual([2]);
  });

  it('keeps an empty last cell, with and without a last line feed', () => {
    expect(scanText('a,\n').rows).toEqual([['a', '']]);
    expect(scanText('a,').rows).toEqual([['a', '']]);
    expect(scanText('').rows).toEqual([]);
  });

  it('splits any bytes without throwing, the same in one chunk or many', () => {
    const bytes = fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xff, 0x00), { maxLength: 60 });
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (input, size) => {
        expect(scan(Uint8Array.from(input), size).rows).toEqual(scan(Uint8Array.from(input), 1000).rows);
      }),
    );
  });
});

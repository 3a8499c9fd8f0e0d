import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../detect-format.ts';
import { readAll } from '../read-text.test-helper.ts';
import { workbookReader } from './workbook-reader.ts';

const events = {
  name: 'Events',
  rows: [
    [null, null, null],
    ['Timestamp', 'ProcessCommandLine', 'ProcessId', 'Flag'],
    [new Date('2026-01-05T08:30:01.467Z'), 'lua -e "a & <b>"\nx', 4242, true],
    [null, null, null],
    ['2026-01-05T08:30:02.1234567Z', '', 7, null],
  ],
};
const other = {
  name: 'Other',
  rows: [
    ['a', 'a', ''],
    [1, 2, 3, 4],
  ],
};

describe('an Excel workbook', () => {
  it('gives the rows of all its sheets, by the header of each', async () => {
    const bytes = await writeXlsx({ sheets: [events, { name: 'Empty', rows: [] }, other] });
    expect(detectFormat({ name: 'x.zip', bytes, complete: true })?.reader.format).toBe('xlsx');
    const { records, errors } = await readAll(workbookReader, bytes, 100);
    expect(records.map(({ fields }) => fields)).toEqual([
      {
        Timestamp: '2026-01-05T08:30:01.467Z',
        ProcessCommandLine: 'lua -e "a & <b>"\nx',
        ProcessId: 4242,
        Flag: true,
      },
      { Timestamp: '2026-01-05T08:30:02.1234567Z', ProcessId: 7 },
      { a: 1, a_2: 2, Column3: 3 },
    ]);
    expect(errors).toEqual([{ line: 2, message: 'Sheet Other: the cells past the header were dropped' }]);
    expect(records[0].line).toBe(3);
  });

  it('reads texts that stand in the cells', async () => {
    const bytes = await writeXlsx({ sheets: [other], stringMode: 'inline' });
    expect((await readAll(workbookReader, bytes)).records.length).toBe(1);
  });

  it('is read or reported, never a failure, whatever its parts hold', async () => {
    const parts = unzipSync(await writeXlsx({ sheets: [events, other] }));
    const names = Object.keys(parts).filter((name) => name.startsWith('xl/'));
    const change = fc.record({
      at: fc.nat(),
      byte: fc.oneof(fc.constantFrom(0x3c, 0x3e, 0x22, 0x26, 0x39), fc.nat(255)),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(change, { maxLength: 8 }), async (name, changes) => {
        const part = parts[name].slice();
        for (const { at, byte } of changes) part[at % part.length] = byte;
        const { records } = await readAll(workbookReader, zipSync({ ...parts, [name]: part }, { level: 0 }));
        for (const { fields } of records) expect(typeof fields).toBe('object');
      }),
      { numRuns: 100 },
    );
  });

  it('is refused when it would not fit, and what is damaged is reported', async () => {
    const bytes = await writeXlsx({ sheets: [other] });
    const parts = unzipSync(bytes);
    const large = { ...parts, 'xl/sharedStrings.xml': new Uint8Array(257 * 1024 ** 2) };
    const { records, errors } = await readAll(workbookReader, zipSync(large, { level: 1 }), 1 << 20);
    expect([records, errors]).toEqual([
      [],
      [{ message: 'The workbook was not read: its texts have more than 256 MiB' }],
    ]);
    for (const damaged of [
      bytes.subarray(0, bytes.length / 2),
      zipSync({ ...parts, 'xl/workbook.xml': strToU8('<') }),
    ]) {
      const result = await readAll(workbookReader, damaged);
      expect([result.records, result.errors]).toEqual([
        [],
        [{ message: expect.stringContaining("The workbook can't be read") }],
      ]);
    }
  });
});

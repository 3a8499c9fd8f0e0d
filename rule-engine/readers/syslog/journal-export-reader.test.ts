import { describe, expect, it } from 'vitest';
import { joinedBytes } from '../../base/joined-bytes.ts';
import { detectFormat } from '../detect-format.ts';
import { readAll, toBytes } from '../read-text.test-helper.ts';
import { journalExportReader } from './journal-export-reader.ts';

const TIME = '1772352000123456';
const META = `__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=${TIME}\n__MONOTONIC_TIMESTAMP=9\n_BOOT_ID=b0\n`;

/** A field with its length before its value; `length` is what it says where that is wrong. */
function binary(name: string, value: Uint8Array | string, length?: bigint): Uint8Array {
  const bytes = typeof value === 'string' ? toBytes(value) : value;
  const stated = new Uint8Array(8);
  new DataView(stated.buffer).setBigUint64(0, length ?? BigInt(bytes.length), true);
  return joinedBytes([toBytes(`${name}\n`), stated, bytes, toBytes('\n')]);
}

const parts = (...all: readonly (string | Uint8Array)[]) =>
  joinedBytes(all.map((part) => (typeof part === 'string' ? toBytes(part) : part)));
const entry = (...fields: readonly (string | Uint8Array)[]) => parts(META, ...fields, '\n');
const SECOND = entry('MESSAGE=second\n');

async function messagesAndErrors(input: Uint8Array) {
  const { records, errors } = await readAll(journalExportReader, input);
  return [records.map(({ fields }) => fields.SyslogMessage), errors.map(({ message }) => message)];
}

describe('the export of a journal', () => {
  it('keeps a field of any name', async () => {
    const { records } = await readAll(
      journalExportReader,
      entry('MESSAGE=x\n', '__proto__=kept\n', 'constructor=too\n'),
    );
    const fields = new Map(Object.entries(records[0].fields));
    expect([fields.get('__proto__'), fields.get('constructor')]).toEqual(['kept', 'too']);
  });

  it('is known by its first entry, with the fields of a file of the journal and without', () => {
    const format = (bytes: Uint8Array | string) =>
      detectFormat({ name: 'x', bytes: typeof bytes === 'string' ? toBytes(bytes) : bytes, complete: true })?.reader
        .format;
    expect(format(SECOND)).toBe('journal-export');
    expect(format('PRIORITY=6\n_HOSTNAME=web1\nMESSAGE=x\n\n')).toBe('journal-export');
    expect(format(parts('_BOOT_ID=b0\n', binary('MESSAGE', 'a\nb')))).toBe('journal-export');
    for (const other of ['PATH=/bin\nHOME=/root\nMESSAGE=x\n', 'A,B\n__CURSOR=1,2\n', '[x]\nMESSAGE=a\n_PID=1\n']) {
      expect(format(other)).not.toBe('journal-export');
    }
  });

  it('has fields as text and with their length, some of them twice', async () => {
    const { records, errors } = await readAll(
      journalExportReader,
      parts(
        entry(
          binary('MESSAGE', 'one\n\ntwo=é'),
          'EMPTY=\n',
          'OBJECT_PID=1\nOBJECT_PID=2\n',
          binary('RAW', Uint8Array.of(0xff, 0)),
          '__proto__=p\n_PID=7\n',
        ),
        '\n',
        SECOND,
      ),
    );
    expect(errors).toEqual([]);
    expect(records.map(({ offset }) => offset)).toEqual([0, expect.any(Number)]);
    const { fields } = records[0];
    expect(fields).toMatchObject({
      TimeGenerated: '2026-03-01T08:00:00.123456Z',
      SyslogMessage: 'one\n\ntwo=é',
      ProcessID: '7',
      EMPTY: '',
      OBJECT_PID: ['1', '2'],
      RAW: [255, 0],
      __CURSOR: 's=1;i=2',
    });
    expect(Object.getOwnPropertyDescriptor(fields, '__proto__')?.value).toBe('p');
    expect(records[1].fields.SyslogMessage).toBe('second');
  });

  const whole = entry('MESSAGE=first\n', binary('RAW', 'abc'));
  it.each([
    ['before the empty line', parts(META, 'MESSAGE=first\n'), 'first', 'no end'],
    ['within a line', parts(META, 'MESSAGE=first\nPRIO'), 'first', 'cut off'],
    ['within a text', parts(META, 'MESSAGE=fir'), '', '"MESSAGE" is cut off'],
    ['within a length', whole.subarray(0, whole.length - 9), 'first', 'RAW is cut off'],
    ['within a value', whole.subarray(0, whole.length - 3), 'first', 'RAW is cut off'],
    ['before the end of a value’s line', whole.subarray(0, whole.length - 2), 'first', 'RAW is cut off'],
  ])('that ends %s is told, and what was whole is kept', async (_, bytes, message, error) => {
    const [messages, errors] = await messagesAndErrors(parts(SECOND, bytes));
    expect(messages).toEqual(['second', message]);
    expect(errors.join('; ')).toContain(error);
  });

  it.each([
    ['a length that nothing can have', binary('RAW', 'abc', 1n << 63n), 'can’t have 9223372036854775808 bytes'],
    ['a length that is too short', binary('RAW', 'abc', 2n), 'does not end after 2 bytes'],
    ['a line that is no field', '\u0001\u0002 x\n', 'is no name of a field'],
  ])('goes on with the next entry after %s', async (_, damaged, error) => {
    const [messages, errors] = await messagesAndErrors(
      parts(entry('MESSAGE=first\n', damaged, 'PRIORITY=3\n'), SECOND),
    );
    expect(messages).toEqual(['first', 'second']);
    expect(errors).toEqual([expect.stringContaining(error)]);
  });

  it('leaves out the one line whose name is none', async () => {
    const [messages, errors] = await messagesAndErrors(entry('a b=1\n', 'MESSAGE=first\n'));
    expect(messages).toEqual(['first']);
    expect(errors).toEqual([expect.stringContaining('"a b" is no name of a field')]);
  });

  it('leaves out a field that is too long, and says so', async () => {
    const long = 'x'.repeat(8 * 1024 * 1024 + 1);
    const input = parts(entry(`LONG=${long}\n`, 'MESSAGE=first\n'), entry(binary('LONG', long), 'MESSAGE=second\n'));
    const [messages, errors] = await messagesAndErrors(input);
    expect(messages).toEqual(['first', 'second']);
    expect(errors).toEqual(Array(2).fill(expect.stringMatching(/LONG"? is longer than 8 MiB: it was left out/)));
  });

  it('leaves out what makes an entry too long', async () => {
    const part = binary('PART', 'x'.repeat(8 * 1024 * 1024));
    const [messages, errors] = await messagesAndErrors(entry('MESSAGE=first\n', ...Array(9).fill(part)));
    expect(messages).toEqual(['first']);
    expect(errors).toEqual(Array(2).fill(expect.stringContaining('The entry is longer than 64 MiB')));
  });
});

import { describe, expect, it } from 'vitest';
import { detectFormat } from '../detect-format.ts';
import { readAll, toBytes } from '../read-text.test-helper.ts';
import { fieldLogReader } from './field-log-reader.ts';

const detected = (text: string, name = 'x.log') =>
  detectFormat({ name, bytes: toBytes(text), complete: true })?.reader.format;
const fieldsOf = async (text: string, chunkSize?: number) => {
  const { records, errors } = await readAll(fieldLogReader, text, chunkSize);
  return { rows: records.map(({ fields }) => fields), lines: records.map(({ line }) => line), errors };
};

const IIS =
  '#Software: Server 10.0\r\n#Date: 2026-01-05 08:30:01\r\n#Fields: date time cs-uri-stem cs(User-Agent) sc-status\r\n' +
  '2026-01-05 08:30:01 /a;b,c Agent/1 200\r\n2026-01-05 08:30:02 /d "An ""old"" agent" -\r\n';
const ZEEK =
  '#separator \\x09\n#set_separator\t,\n#unset_field\t-\n#path\tconn\n#fields\tts\tid.orig_h\tservice\ttags\n' +
  '#types\ttime\taddr\tstring\tset[string]\n1767601801.467\t192.0.2.1\t-\t(empty)\n1767601802.1\t192.0.2.2\ta "b\tx,y\n#close\t2026-01-05\n';

describe('logs with a #Fields line', () => {
  it('are told by it, whatever delimiter their entries look to have', () => {
    expect([detected(IIS), detected(ZEEK), detected(IIS, 'u_ex260105.csv')]).toEqual(Array(3).fill('field-log'));
    expect(detected('# a comment\na,b\n1,2\n')).toBe('csv');
    expect(detected('#Fields of gold\n\n')).toBeUndefined();
  });

  it('have blanks between values in W3C’s format, and quotes around values with blanks', async () => {
    const { rows, lines, errors } = await fieldsOf(IIS, 7);
    expect(rows).toEqual([
      {
        date: '2026-01-05',
        time: '08:30:01',
        'cs-uri-stem': '/a;b,c',
        'cs(User-Agent)': 'Agent/1',
        'sc-status': '200',
      },
      { date: '2026-01-05', time: '08:30:02', 'cs-uri-stem': '/d', 'cs(User-Agent)': 'An "old" agent' },
    ]);
    expect([lines, errors]).toEqual([[4, 5], []]);
  });

  it('have commas where their fields have', async () => {
    const { rows } = await fieldsOf('#Fields: time,to,subject,size\n1,"a, b",,\n2,- ,x,3\n');
    expect(rows).toEqual([
      { time: '1', to: 'a, b' },
      { time: '2', to: '- ', subject: 'x', size: '3' },
    ]);
  });

  it('have Zeek’s separator and its words for nothing; comments are no events', async () => {
    const { rows, errors } = await fieldsOf(ZEEK);
    expect(rows).toEqual([
      { ts: '1767601801.467', 'id.orig_h': '192.0.2.1' },
      { ts: '1767601802.1', 'id.orig_h': '192.0.2.2', service: 'a "b', tags: 'x,y' },
    ]);
    expect(errors).toEqual([]);
  });

  it('may name other fields further down; entries that fit none are reported', async () => {
    const { rows, errors } = await fieldsOf('lost 1\n#Fields: a b\n1 2\n3\n4 5 6\n#Fields: c\n7\n');
    expect(rows).toEqual([{ a: '1', b: '2' }, { a: '3' }, { a: '4', b: '5' }, { c: '7' }]);
    expect(errors.map(({ line, message }) => [line, message])).toEqual([
      [1, 'No #Fields line stands before it: the line was left out'],
      [4, '1 values for 2 fields: the missing ones are empty'],
      [5, '3 values for 2 fields: the rest was dropped'],
    ]);
  });
});

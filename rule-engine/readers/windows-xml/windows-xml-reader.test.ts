import { describe, expect, it } from 'vitest';
import { readAll } from '../read-text.test-helper.ts';
import { windowsTextReader } from '../windows-text/windows-text-reader.ts';
import { windowsXmlReader } from './windows-xml-reader.ts';

const event = (id: number | string) => `<Event><System><EventID>${id}</EventID></System></Event>`;

async function read(text: string, chunkSize?: number) {
  const { records, errors } = await readAll(windowsXmlReader, text, chunkSize);
  const ids = records.map(({ fields, line }) => {
    const { System } = fields.Event as { System: { EventID: string } };
    return [line, System.EventID];
  });
  return { ids, errors: errors.map(({ line, message }) => [line, message]) };
}

describe('an event that is not closed', () => {
  it.each([9, 70, 4000])('is reported, and the next one read, in pieces of %i', async (size) => {
    const cut = event(2).slice(0, 30);
    const text = `${event(1)}\n${cut}\n${cut}\n${event(3)}\n${event(4)}\n${cut}\n${cut}`;
    expect(await read(text, size)).toEqual({
      ids: [
        [1, '1'],
        [4, '3'],
        [5, '4'],
      ],
      errors: [
        [2, 'An event is not closed: it was left out'],
        [3, 'An event is not closed: it was left out'],
        [6, 'An event is not closed: it was left out'],
        [7, 'The input ends within an event'],
      ],
    });
  });

  it('holds no other back, however many there are', async () => {
    const cut = `<Event><System><EventID>2</EventID>${'x'.repeat(5000)}\n`;
    const { ids, errors } = await read(`${event(1)}\n${cut.repeat(5000)}${event(3)}\n`, 1 << 22);
    expect(ids).toEqual([
      [1, '1'],
      [5002, '3'],
    ]);
    expect(errors.length).toBe(5000);
    expect(errors.at(-1)).toEqual([5001, 'An event is not closed: it was left out']);
  });
});

describe('text between events', () => {
  it.each([9, 4000])('is reported where it is a line of its own, in pieces of %i', async (size) => {
    const text = [
      '<?xml version="1.0"?>',
      '<Events>',
      `Nov 24 08:30:01 web sysmon: ${event(1)},`,
      'Nov 24 08:30:01 web sshd[1]: Accepted password',
      ',',
      '',
      event(2),
      '</Events>',
      'The end',
    ].join('\n');
    expect(await read(text, size)).toEqual({
      ids: [
        [3, '1'],
        [7, '2'],
      ],
      errors: [
        [4, 'The line is no event, it was passed over: Nov 24 08:30:01 web sshd[1]: Accepted password'],
        [9, 'The line is no event, it was passed over: The end'],
      ],
    });
  });

  it('is reported once where the line is long', async () => {
    const { ids, errors } = await read(`${event(1)}\n${'abc '.repeat(100_000)}${event(2)}\n`);
    expect(ids).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
    expect(errors.map(([line]) => line)).toEqual([2]);
  });
});

describe('events of Splunk’s WinEventLog input', () => {
  const text = (id: number) =>
    `01/06/2021 10:44:49 PM\nLogName=Security\nEventCode=${id}\nMessage=A message\n\nof ${'x'.repeat(9000)} lines.\n`;

  it.each([9, 4000])('are read among those of XML, in pieces of %i', async (size) => {
    const { ids, errors } = await read(
      `${event(1)}\n${text(2)}${text(3)}${event(4)}\nnothing\n${event(5)}\n${text(6)}`,
      size,
    );
    expect(ids).toEqual([
      [1, '1'],
      [2, 2],
      [8, 3],
      [14, '4'],
      [16, '5'],
      [17, 6],
    ]);
    expect(errors).toEqual([[15, 'The line is no event, it was passed over: nothing']]);
  });

  it('may have XML among them', async () => {
    const { records, errors } = await readAll(windowsTextReader, `${text(1)}${event(2)}\n${text(3)}`);
    const messages = records.map(
      ({ fields }) => (fields.Event as { RenderingInfo?: { Message: string } }).RenderingInfo,
    );
    expect([messages.map((message) => message?.Message.length), errors]).toEqual([[9021, undefined, 9021], []]);
  });
});

it('tags that are never closed are read in little time', async () => {
  const { ids, errors } = await read(`${event(1)}\n${'<'.repeat(500_000)}\n${event(2)}\n${'<Event '.repeat(20_000)}`);
  expect(ids).toEqual([
    [1, '1'],
    [3, '2'],
  ]);
  expect(errors.length).toBe(20_000);
});

it('elements that repeat are read in little time', async () => {
  const { ids, errors } = await read(`<Event><System><EventID>1</EventID>${'<a/>'.repeat(500_000)}</System></Event>`);
  expect([ids, errors]).toEqual([[[1, '1']], []]);
});

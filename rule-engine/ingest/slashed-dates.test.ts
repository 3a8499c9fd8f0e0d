import { describe, expect, it } from 'vitest';
import { datetimeText } from '../functions/value-text.ts';
import { loadSource } from './load-source.ts';

async function load(name: string, text: string) {
  const { report, tables } = await loadSource(new File([text], name));
  const [{ table }] = tables;
  const times = table.column('Timestamp') ?? table.column('seen');
  return {
    times: Array.from({ length: table.length }, (_, row) => {
      const time = times?.get(row);
      return typeof time === 'bigint' ? datetimeText(time).slice(0, 16) : time;
    }),
    errors: report.errors.map(({ line }) => line),
    assumptions: (report.assumptions ?? []).map(({ message }) => message),
  };
}

const process = (...times: readonly string[]) =>
  ['Timestamp,FileName,ProcessCommandLine', ...times.map((time) => `"${time}",lua,lua a`)].join('\n');
const monthFirst = 'Dates such as 03/11/2026 were read with the month first: none of the first events tells';
const dayFirst = 'Dates with slashes were read with the day first, since one of the first events says so';

describe('dates with slashes', () => {
  it('have the day first where one of them can have nothing else first', async () => {
    expect(await load('events.csv', process('03/11/2026 05:44', '29/01/2026, 5:44:10 PM', '3.11.2026 05:44'))).toEqual({
      times: ['2026-11-03T05:44', '2026-01-29T17:44', '2026-11-03T05:44'],
      errors: [],
      assumptions: [dayFirst],
    });
  });

  it('have the month first where one of them says so, or none says otherwise', async () => {
    const times = ['2026-03-11T05:44', '2026-01-29T05:44'];
    expect(await load('events.csv', process('03/11/2026 05:44', '1/29/2026, 5:44 AM'))).toEqual({
      times,
      errors: [],
      assumptions: [],
    });
    expect(await load('events.csv', process('03/11/2026 05:44', '2026-01-29T05:44'))).toEqual({
      times,
      errors: [],
      assumptions: [monthFirst],
    });
  });

  it('are reported where they contradict each other', async () => {
    expect(await load('events.csv', process('1/29/2026 05:44', '29/01/2026 05:44'))).toEqual({
      times: ['2026-01-29T05:44', null],
      errors: [3],
      assumptions: [],
    });
  });

  it('are assumed nothing of where they are no times', async () => {
    const { assumptions } = await load('events.csv', process('2026-01-29T05:44').replaceAll('lua', '03/11/2026'));
    expect(assumptions).toEqual([]);
  });

  it('are read alike in a table of the file’s own', async () => {
    expect(await load('own.csv', 'seen,thing\n03/11/2026 05:44,a\n29/01/2026 05:44,b\n')).toEqual({
      times: ['2026-11-03T05:44', '2026-01-29T05:44'],
      errors: [],
      assumptions: [dayFirst],
    });
  });
});

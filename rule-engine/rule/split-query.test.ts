import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { composeQuery, segmentNames } from './segments.ts';
import { splitQuery } from './split-query.ts';

const globals = makeGlobals(builtInTables);
const split = (text: string) => splitQuery(text, globals);

describe('splitQuery', () => {
  it('finds the segments of the shipped rule in its whole text', () => {
    const file = (name: string) => readFileSync(`public/rules/t1059-011-lua/${name}.kql`, 'utf8');
    const segments = {
      patterns: file('patterns'),
      detection: file('detection'),
      exclusions: file('exclusions'),
      output: file('output'),
    };
    expect(split(composeQuery(segments).text)).toEqual(segments);
  });

  it('takes string lists, negative filters and trailing projections', () => {
    const segments = split(`let Tools = dynamic(["a.exe", "b.exe"]); // tools
let Day = 1d;
DeviceProcessEvents
| where Timestamp > ago(Day) and FileName in~ (Tools)
// backup
| where InitiatingProcessFileName !in~ ("x.exe") and AccountName != "svc"
| where not(FolderPath has "y")
| extend A = 1
| sort by Timestamp desc`);
    expect(segments.patterns).toBe('let Tools = dynamic(["a.exe", "b.exe"]); // tools\n');
    expect(segments.exclusions).toBe(
      '// backup\n| where InitiatingProcessFileName !in~ ("x.exe") and AccountName != "svc"\n| where not(FolderPath has "y")\n',
    );
    expect(segments.output).toBe('| extend A = 1\n| sort by Timestamp desc');
  });

  it('honours markers, whatever the filters between them say', () => {
    const segments = split(`DeviceProcessEvents
| where FileName =~ "lua.exe"
// Begin environment-specific filter.
| where AccountName startswith "a"
// End environment-specific filter.
| summarize count() by DeviceName`);
    expect(segments.exclusions).toBe(
      '// Begin environment-specific filter.\n| where AccountName startswith "a"\n// End environment-specific filter.\n',
    );
    expect(segments.output).toBe('| summarize count() by DeviceName');
  });

  it('takes negative filters of events for exclusions whatever follows, unless it says what is detected', () => {
    const grouped = split(`DeviceProcessEvents
| where FileName == "a.exe"
| where AccountName !in ("x", "y")
| where not(FolderPath startswith "C:\\\\Tools")
| extend Hour = bin(Timestamp, 1h)
| join kind=inner (DeviceInfo) on DeviceId
| summarize Runs = count() by DeviceName, Hour
| where DeviceName != "lab"
| where Runs > 5`);
    expect(grouped.detection).toBe('DeviceProcessEvents\n| where FileName == "a.exe"\n');
    expect(grouped.exclusions.match(/\| where/g)).toHaveLength(2);
    expect(grouped.output.split('\n').map((line) => line.slice(0, 8))).toEqual([
      '| extend',
      '| join k',
      '| summar',
      '| where ',
      '| where ',
    ]);
    const detecting = split(`DeviceProcessEvents
| where AccountName != "x"
| extend Name = tolower(FileName)
| where Name == "a.exe"
| project Name`);
    expect(detecting.exclusions).toBe('');
    expect(detecting.output).toBe('| project Name');
    const ofGroups = split(
      'SigninLogs\n| summarize Users = dcount(Identity) by IPAddress\n| where IPAddress !in ("1")',
    );
    expect(ofGroups.exclusions).toBe('| where IPAddress !in ("1")');
  });

  it('does not take a filter that finds something for an exclusion', () => {
    const segments = split('DeviceProcessEvents\n| where FileName != "a" and AccountName == "b"\n| project FileName');
    expect(segments.exclusions).toBe('');
    expect(segments.output).toBe('| project FileName');
  });

  it('leaves a query of another shape, or with an error, to detection', () => {
    for (const text of ['', 'print 1; print 2', 'DeviceProcessEvents | where (', 'let a = 1;', '.show tables']) {
      expect(split(text)).toEqual({ patterns: '', detection: text, exclusions: '', output: '' });
    }
  });

  it('always gives segments that make the text again', () => {
    const piece = fc.constantFrom(
      'let A = dynamic(["x"]);',
      '\n',
      ' ',
      'T',
      '| where not(A == 1)',
      '| where A == 1',
      '| project A',
      '// Begin allow-list',
      '// End allow-list',
      '// c',
      '| summarize count()',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const segments = split(text);
        expect(segmentNames.map((name) => segments[name]).join('')).toBe(text);
      }),
    );
  });
});

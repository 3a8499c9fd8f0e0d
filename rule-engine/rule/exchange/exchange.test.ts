import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseMetadata, type RuleMetadata } from '../metadata.ts';
import type { Segments } from '../segments.ts';
import type { ExportableRule } from './exchanged-rule.ts';
import { exportRule } from './export-rule.ts';
import { importRule, type RuleFormat, ruleFormat } from './import-rule.ts';

const lua = parseMetadata(readFileSync('public/rules/t1059-011-lua/rule.yaml', 'utf8')).metadata;
const segments: Segments = {
  patterns: 'let LuaPatterns = dynamic([".lua", "os.execute("]); // the list\n',
  detection: 'DeviceProcessEvents\n| where ProcessCommandLine has_any (LuaPatterns)\n',
  exclusions: '',
  output: '| project Timestamp, DeviceName, ReportId\n',
};
const query = segments.patterns + segments.detection + segments.output;
const rule: ExportableRule = { metadata: lua, segments, plan: undefined };
const whole = (text: string): Segments => ({ patterns: '', detection: text, exclusions: '', output: '' });

function exported(format: RuleFormat, metadata: Partial<RuleMetadata> = {}) {
  return exportRule({ ...rule, metadata: { ...lua, ...metadata } }, format);
}

function codes(format: RuleFormat, metadata: Partial<RuleMetadata> = {}): readonly string[] {
  return exported(format, metadata)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

describe('Sentinel YAML', () => {
  it('holds what Sentinel asks for', () => {
    const { text } = exported('sentinel-yaml');
    expect(parse(text ?? '')).toMatchObject({
      id: lua.id,
      name: 'Lua execution',
      severity: 'Medium',
      requiredDataConnectors: [{ connectorId: 'MicrosoftThreatProtection', dataTypes: ['DeviceProcessEvents'] }],
      queryFrequency: '1d',
      queryPeriod: '1d',
      triggerOperator: 'gt',
      triggerThreshold: 0,
      tactics: ['Execution'],
      relevantTechniques: ['T1059.011'],
      query,
      kind: 'Scheduled',
    });
    expect(codes('sentinel-yaml')).toEqual([]);
  });

  it('reports limits that are broken', () => {
    expect(codes('sentinel-yaml', { id: 'lua' })).toEqual(['not-a-guid']);
    expect(codes('sentinel-yaml', { title: 'x'.repeat(257) })).toEqual(['too-long']);
    expect(codes('sentinel-yaml', { schedule: { frequency: 60, period: 5 } })).toEqual(['schedule']);
    expect(codes('sentinel-yaml', { schedule: { frequency: 1, period: 60 } })).toEqual(['schedule']);
    const entity = lua.entities[0];
    expect(codes('sentinel-yaml', { entities: Array.from({ length: 6 }, () => entity) })).toEqual(['entities']);
  });

  it('comes back as it went', () => {
    const back = importRule(exported('sentinel-yaml').text ?? '', 'x', whole);
    const { id, title, description, severity, tactics, techniques, schedule, entities, requiredTables } = lua;
    expect(back.metadata).toMatchObject({
      id,
      title,
      severity,
      tactics,
      techniques,
      schedule,
      entities,
      requiredTables,
    });
    expect(back.metadata.description).toBe(description.trim());
    expect(back.segments.detection).toBe(query);
    expect(back.diagnostics).toEqual([]);
  });

  it('says what it does not keep, and where', () => {
    const text = 'name: N\nkind: Scheduled\nquery: T\nqueryFrequency: soon\ncustomDetails:\n  A: B\n';
    const { diagnostics } = importRule(text, 'x', whole);
    const at = (code: string) => {
      const span = diagnostics.find((diagnostic) => diagnostic.code === code)?.span;
      return span && text.slice(span.start, span.start + span.length);
    };
    expect(at('not-a-duration')).toBe('soon');
    expect(at('left-out')).toBe('customDetails');
  });
});

describe('ARM templates', () => {
  it('come back as they went', () => {
    const back = importRule(exported('arm').text ?? '', 'x', whole);
    const { id, title, severity, tactics, techniques, schedule, entities } = lua;
    expect(back.metadata).toMatchObject({ id, title, severity, tactics, techniques, schedule, entities });
    expect(back.segments.detection).toBe(query);
  });

  it('have ISO 8601 durations and operators spelled out', () => {
    const { resources } = JSON.parse(exported('arm').text ?? '');
    expect(resources[0].properties).toMatchObject({
      displayName: 'Lua execution',
      queryFrequency: 'P1D',
      triggerOperator: 'GreaterThan',
      techniques: ['T1059'],
      subTechniques: ['T1059.011'],
    });
  });
});

describe('Defender custom detections', () => {
  const plan = (...names: string[]) => ({
    kind: 'table' as const,
    name: 'DeviceProcessEvents',
    span: { start: 0, length: 0 },
    columns: names.map((name) => ({ name, type: 'string' as const })),
  });
  const errors = (...names: string[]) =>
    exportRule({ ...rule, plan: plan(...names) }, 'defender-json').diagnostics.filter(
      ({ severity }) => severity === 'error',
    );

  it('need Timestamp, ReportId and an entity column', () => {
    expect(errors('Timestamp', 'ReportId', 'DeviceId')).toEqual([]);
    expect(errors('Timestamp', 'DeviceId').map(({ message }) => message)).toEqual([
      'Defender needs the column ReportId in the result: project it',
    ]);
    expect(errors('Timestamp', 'ReportId')).toHaveLength(1);
  });

  it('run at the periods that Defender offers', () => {
    const period = (frequency: number) => {
      const { text } = exported('defender-json', { schedule: { frequency, period: frequency } });
      return JSON.parse(text ?? '').schedule.period;
    };
    expect([0, 5, 60, 600, 720, 1440, 9000].map(period)).toEqual(['0', '1H', '1H', '3H', '12H', '24H', '24H']);
  });

  it('hold no comments when they are continuous, and no join', () => {
    const schedule = { frequency: 0, period: 0 };
    const { text } = exported('defender-json', { schedule });
    expect(JSON.parse(text ?? '').queryCondition.queryText).toBe(query.replace(' // the list', '').trimEnd());
    const joined = { ...segments, output: '| join (DeviceInfo) on DeviceId' };
    const { diagnostics } = exportRule(
      { metadata: { ...lua, schedule }, segments: joined, plan: undefined },
      'defender-json',
    );
    expect(diagnostics.map(({ message }) => message)).toContain('A continuous rule may not use join');
  });

  it('come back as they went', () => {
    const back = importRule(exported('defender-json').text ?? '', 'x', whole);
    const { title, severity, tactics, techniques, schedule } = lua;
    expect(back.metadata).toMatchObject({ title, severity, tactics, techniques, schedule });
    expect(back.segments.detection).toBe(query);
  });
});

describe('Sigma import', () => {
  const sigma = (detection: object, logsource: object = { category: 'process_creation', product: 'linux' }) =>
    importRule(
      stringify({ title: 'Lua', level: 'high', tags: ['attack.execution', 'attack.t1059.011'], logsource, detection }),
      'x',
      whole,
    );

  it('turns selections into a detection and filters into exclusions', () => {
    const { segments: found, metadata } = sigma({
      selection: { 'Image|endswith': ['/lua', '\\lua.exe'], 'CommandLine|contains': 'os.execute(' },
      filter_main_build: { 'ParentImage|endswith': '/make' },
      filter_main_editor: { ParentImage: '/usr/bin/nvim' },
      condition: 'selection and not 1 of filter_main_*',
    });
    expect(found.detection).toBe(
      'DeviceProcessEvents\n| where (FolderPath endswith "/lua" or FolderPath endswith @"\\lua.exe") and ProcessCommandLine contains "os.execute("\n',
    );
    expect(found.exclusions).toBe(
      '// filter_main_build\n| where not(InitiatingProcessFolderPath endswith "/make")\n// filter_main_editor\n| where not(InitiatingProcessFolderPath =~ "/usr/bin/nvim")\n',
    );
    expect(metadata).toMatchObject({ severity: 'high', tactics: ['Execution'], techniques: ['T1059.011'] });
  });

  it.each([
    [{ 'CommandLine|contains|all': ['a', 'b'] }, 'ProcessCommandLine contains "a" and ProcessCommandLine contains "b"'],
    [{ CommandLine: '*lua -e*' }, 'ProcessCommandLine contains "lua -e"'],
    [{ CommandLine: 'lua*5' }, 'ProcessCommandLine matches regex "(?is)^lua.*5$"'],
    [{ CommandLine: 'a\\*b' }, 'ProcessCommandLine =~ "a*b"'],
    [{ 'CommandLine|re': 'l[u]a' }, 'ProcessCommandLine matches regex "l[u]a"'],
    [{ CommandLine: null }, 'isempty(ProcessCommandLine)'],
    [{ 'CommandLine|startswith|cased': 'Lua' }, 'ProcessCommandLine startswith_cs "Lua"'],
    [[{ Image: 'a' }, { Image: 'b' }], 'FolderPath =~ "a" or FolderPath =~ "b"'],
  ])('reads %j', (selection, condition) => {
    expect(sigma({ selection, condition: 'selection' }).segments.detection).toBe(
      `DeviceProcessEvents\n| where ${condition}\n`,
    );
  });

  it.each([
    [{ selection: ['word'], condition: 'selection' }, 'keywords'],
    [{ selection: { Hashes: 'a' }, condition: 'selection' }, 'Hashes'],
    [{ selection: { 'Image|base64': 'a' }, condition: 'selection' }, 'base64'],
    [{ selection: { Image: 'a' }, condition: 'selection | count() > 5' }, 'Aggregations'],
    [{ selection: { Image: 'a' }, condition: 'selection and other' }, "'other'"],
    [{ selection: { Image: 'a' }, condition: '(selection' }, "')'"],
  ])('refuses %j with a reason', (detection, reason) => {
    const { diagnostics, segments: found } = sigma(detection);
    expect(diagnostics.map(({ message }) => message).join()).toContain(reason);
    expect(found.detection).toBe('');
  });

  it('refuses other categories', () => {
    expect(
      sigma({ selection: { a: 'b' }, condition: 'selection' }, { category: 'dns_query' }).diagnostics[0].code,
    ).toBe('unsupported');
  });
});

describe('a text of several queries', () => {
  it('gives the first, and says what was left out', () => {
    const text = '// one\nT | take 1\n\nSome words.\n\n// two\nU | take 2\n';
    const { segments, diagnostics } = importRule(text, 'x', whole);
    expect(segments.detection).toBe('// one\nT | take 1');
    const told = diagnostics.map(({ code, span: { start, length } }) => [code, text.slice(start, start + length)]);
    expect(told).toEqual([
      ['further-query', '// two\nU | take 2'],
      ['no-query', 'Some words.'],
    ]);
  });
});

describe('ruleFormat', () => {
  it('tells a rule by its content', () => {
    for (const format of ['sentinel-yaml', 'arm', 'defender-json', 'kql'] as const) {
      expect(ruleFormat(exported(format).text ?? '')).toBe(format);
    }
    expect(ruleFormat('let a = 1; T | where b: c')).toBe('kql');
    expect(ruleFormat('{ not json')).toBe('kql');
    expect(importRule('{"a": 1}', 'x', whole).diagnostics[0].code).toBe('unknown-format');
  });
});

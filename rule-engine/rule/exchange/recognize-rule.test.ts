import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../kusto/compile.ts';
import { makeGlobals } from '../../kusto/globals.ts';
import { builtInTables } from '../../schema/catalogue.ts';
import { loadRulePackage, rulePackageFiles } from '../rule-package.ts';
import { composeQuery } from '../segments.ts';
import { splitQuery } from '../split-query.ts';
import { exportFormats, exportRule } from './export-rule.ts';
import { readRuleFiles } from './read-rule-files.ts';
import { isRuleText, packageFileOf } from './recognize-rule.ts';

const folder = 'public/rules/t1059-011-lua';
const globals = makeGlobals(builtInTables);
const texts = new Map(rulePackageFiles.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')] as const));
const { rule } = loadRulePackage(texts);
const split = (query: string) => splitQuery(query, globals);

/** The shipped rule's text in a format. */
function exported(format: (typeof exportFormats)[number]): string {
  const { segments, metadata } = rule;
  const plain = {
    ...segments,
    detection: 'DeviceProcessEvents\n| where FileName has "lua"\n',
    exclusions: '',
    output: '',
  };
  const used = format === 'sigma' || format === 'defender-json' ? { ...plain, patterns: '' } : segments;
  const projected = { ...used, output: '| project Timestamp, ReportId, DeviceId, DeviceName\n' };
  const written = format === 'defender-json' ? projected : used;
  const { plan } = compile(composeQuery(written).text, globals);
  const { text, diagnostics } = exportRule({ metadata, segments: written, plan }, format);
  if (text === undefined) throw new Error(JSON.stringify(diagnostics));
  return text;
}

describe('isRuleText', () => {
  it.each(exportFormats)('takes a rule as %s, whatever its name', (format) => {
    expect(isRuleText('pasted text', exported(format))).toBe(true);
  });

  it.each([
    'DeviceProcessEvents | where FileName == "a"',
    '// a comment\nSecurityEvent\n// another\n| where EventID == 4688',
    'let a = 1;\nT | take 5',
    'union T1, T2 | count',
    'T\n| project-away A',
    `${'// a long comment\n'.repeat(100)}T\n| take 5`,
    `let ${'a'.repeat(600)} = 1;\nT | take 5`,
  ])('takes KQL: %s', (text) => {
    expect(isRuleText('pasted text', text)).toBe(true);
  });

  it('takes half-typed KQL by its name', () => {
    expect(isRuleText('a.kql', 'DeviceProcessEvents | whe')).toBe(true);
    expect(isRuleText('a.txt', 'DeviceProcessEvents | whe')).toBe(false);
  });

  it.each([
    'Timestamp,DeviceName\n2026-01-01,a | where b',
    'Timestamp|DeviceName|where\n1|2|3',
    '[{"query": "T | where a == 1", "name": "b", "severity": "low"}]',
    '{"Schema": [], "Results": [{"queryCondition": {"queryText": "T"}}]}',
    '{"resources": [1], "name": "an event with resources"}',
    '{"queryCondition": 1}\n{"queryCondition": 2}',
    'type=EXECVE msg=audit(1.2:3): argc=2 a0="ls" a1="| where"',
    'query: example.com from 10.0.0.1 | where',
    '<Event><System/></Event>',
    'deny: T | where a',
    '',
  ])('leaves events alone: %s', (text) => {
    expect(isRuleText('pasted text', text)).toBe(false);
  });

  it.each(readdirSync(`${folder}/samples`))('leaves the sample %s alone', (name) => {
    expect(isRuleText(name, readFileSync(`${folder}/samples/${name}`, 'latin1').slice(0, 900_000))).toBe(false);
  });

  it('knows the files of a rule package by name', () => {
    expect(packageFileOf('lua\\guide\\tuning.md')).toBe('guide/tuning.md');
    expect(packageFileOf('output.kql')).toBe('output.kql');
    expect(packageFileOf('readme.md')).toBeUndefined();
  });
});

describe('readRuleFiles', () => {
  it('puts the files of a package together, in any order', () => {
    const files = [...texts].map(([path, text]) => ({ name: path.replace(/^.*\//, ''), text })).reverse();
    const read = readRuleFiles(files, split);
    expect(read.format).toBe('package');
    expect(read.segments).toEqual(rule.segments);
    expect(read.metadata).toEqual(rule.metadata);
    expect(read.guide).toEqual(rule.guide);
    expect(read.diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      ['information', 'tests.yaml is not kept: its samples are not among the files'],
    ]);
  });

  it('says what a package lacks', () => {
    const { diagnostics } = readRuleFiles([{ name: 'rule.yaml', text: texts.get('rule.yaml') ?? '' }], split);
    expect(diagnostics.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', 'The rule has no detection.kql'],
    ]);
  });

  it('refuses what is no rule', () => {
    const { diagnostics } = readRuleFiles([{ name: 'events.json', text: '[{"FileName": "lua"}]' }], split);
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([['error', 'unknown-format']]);
  });

  it('reads one file in its format, named by the file where the format has no name', () => {
    const kql = readRuleFiles([{ name: 'hunts/odd lua.kql', text: exported('kql') }], split);
    expect([kql.format, kql.metadata.title]).toEqual(['kql', 'odd lua']);
    expect(composeQuery(kql.segments).text).toBe(exported('kql'));
    const sentinel = readRuleFiles([{ name: 'a.yaml', text: exported('sentinel-yaml') }], split);
    expect([sentinel.format, sentinel.metadata.title, sentinel.metadata.id]).toEqual([
      'sentinel-yaml',
      rule.metadata.title,
      rule.metadata.id,
    ]);
    expect(sentinel.segments.exclusions.trim()).toBe(rule.segments.exclusions.trim());
    const alone = readRuleFiles([{ name: 'detection.kql', text: 'T | take 1' }], split);
    expect(alone.format).toBe('kql');
  });
});

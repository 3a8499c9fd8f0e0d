import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { durationMinutes, isoDuration, shortDuration } from './duration.ts';
import { parseMetadata } from './metadata.ts';
import { loadRulePackage } from './rule-package.ts';

const shipped = readFileSync('public/rules/t1059-011-lua/rule.yaml', 'utf8');

describe('parseMetadata', () => {
  it('reads the shipped rule without complaint', () => {
    const { metadata, diagnostics } = parseMetadata(shipped);
    expect(diagnostics).toEqual([]);
    expect(metadata).toMatchObject({
      severity: 'medium',
      confidence: 'low',
      tactics: ['Execution'],
      techniques: ['T1059.011'],
      dataSources: ['Process: Process Creation', 'Command: Command Execution'],
      requiredTables: ['DeviceProcessEvents'],
      schedule: { frequency: 1440, period: 1440 },
    });
    expect(metadata.threats.map((threat) => threat.name)).toContain('PoetRAT');
  });

  it('points at a wrong value, a missing and a misspelt field', () => {
    const text = 'id: a\ntitle: T\ndescripton: D\nseverity: urgent\nconfidence: low\ntechniques: [Lua]\n';
    const { diagnostics } = parseMetadata(text);
    const at = (code: string) => {
      const found = diagnostics.find((diagnostic) => diagnostic.code === code);
      return found && text.slice(found.span.start, found.span.start + found.span.length);
    };
    expect(at('not-allowed')).toBe('urgent');
    expect(at('unknown-field')).toBe('descripton');
    expect(at('not-a-technique')).toBe('[Lua]');
    expect(diagnostics.map((diagnostic) => diagnostic.message)).toContain('description is missing');
  });

  it('reports what is no YAML, at its place', () => {
    const { diagnostics } = parseMetadata('id: "a\ntitle: b');
    expect(diagnostics[0].code).toBe('yaml');
    expect(parseMetadata('- a\n- b').diagnostics[0].code).toBe('not-a-mapping');
    expect(parseMetadata('').diagnostics[0].code).toBe('not-a-mapping');
  });
});

describe('loadRulePackage', () => {
  it('names the files that a rule cannot do without', () => {
    const { rule, diagnostics } = loadRulePackage(new Map());
    expect(diagnostics.map((diagnostic) => diagnostic.file)).toEqual(['rule.yaml', 'detection.kql']);
    expect(rule.segments.detection).toBe('');
  });

  it('leaves out what a folder lacks', () => {
    const { rule, diagnostics } = loadRulePackage(
      new Map([
        ['rule.yaml', shipped],
        ['detection.kql', 'DeviceProcessEvents'],
      ]),
    );
    expect(diagnostics).toEqual([]);
    expect(rule.segments).toEqual({ patterns: '', detection: 'DeviceProcessEvents', exclusions: '', output: '' });
    expect(rule.tests).toBeUndefined();
  });
});

describe('durations', () => {
  it('are read in short and ISO 8601 form', () => {
    expect(['5m', '1h', '14d', 'PT5M', 'P1D', 'P1DT12H'].map(durationMinutes)).toEqual([5, 60, 20160, 5, 1440, 2160]);
    expect(['', 'P', '1w', 'soon'].map(durationMinutes)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('are written in the largest whole unit', () => {
    expect([5, 90, 60, 1440, 2160].map(shortDuration)).toEqual(['5m', '90m', '1h', '1d', '36h']);
    expect([5, 60, 1440].map(isoDuration)).toEqual(['PT5M', 'PT1H', 'P1D']);
  });
});

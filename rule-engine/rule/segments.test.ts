import { describe, expect, it } from 'vitest';
import {
  composeQuery,
  type Segments,
  segmentNames,
  toQuerySpan,
  toSegmentPosition,
  toSegmentSpans,
} from './segments.ts';

const luaRule: Segments = {
  patterns: 'let LuaPatterns = dynamic([".lua"]);\n',
  detection: 'DeviceProcessEvents\n| where FileName has "lua" // the interpreter',
  exclusions: '',
  output: '| project FileName\n',
};

describe('composeQuery', () => {
  it('keeps the text of every segment at its span', () => {
    const query = composeQuery(luaRule);
    for (const name of segmentNames) {
      const { start, length } = query.spans[name];
      expect(query.text.slice(start, start + length)).toBe(luaRule[name]);
    }
  });

  it('parts segments by a line break only where one lacks it', () => {
    expect(composeQuery(luaRule).text).toBe(
      'let LuaPatterns = dynamic([".lua"]);\nDeviceProcessEvents\n| where FileName has "lua" // the interpreter\n| project FileName\n',
    );
  });

  it('composes empty segments to an empty query', () => {
    expect(composeQuery({ patterns: '', detection: '', exclusions: '', output: '' }).text).toBe('');
  });
});

describe('positions', () => {
  const query = composeQuery(luaRule);

  it('map to the whole and back, for every character of every segment', () => {
    for (const segment of segmentNames) {
      for (let position = 0; position < luaRule[segment].length; position++) {
        const { start } = toQuerySpan(query, { segment, span: { start: position, length: 1 } });
        expect(toSegmentPosition(query, start)).toEqual({ segment, position });
      }
    }
  });

  it('on the line break between two segments belong to the end of the first', () => {
    const lineBreak = query.spans.output.start - 1;
    expect(toSegmentPosition(query, lineBreak)).toEqual({ segment: 'detection', position: luaRule.detection.length });
  });

  it('past the end of the query belong to the end of the last segment with text', () => {
    expect(toSegmentPosition(query, 10_000)).toEqual({ segment: 'output', position: luaRule.output.length });
  });
});

describe('spans', () => {
  const query = composeQuery(luaRule);

  it('within a segment map to one part and back', () => {
    const inDetection = { segment: 'detection', span: { start: 20, length: 7 } } as const;
    expect(toSegmentSpans(query, toQuerySpan(query, inDetection))).toEqual([inDetection]);
  });

  it('across segments are cut at their borders', () => {
    const parts = toSegmentSpans(query, { start: 0, length: query.text.length });
    expect(parts.map((part) => part.segment)).toEqual(['patterns', 'detection', 'output']);
    expect(parts.map((part) => part.span.length)).toEqual([
      luaRule.patterns.length,
      luaRule.detection.length,
      luaRule.output.length,
    ]);
  });

  it('that are empty keep their place', () => {
    expect(toSegmentSpans(query, { start: 4, length: 0 })).toEqual([
      { segment: 'patterns', span: { start: 4, length: 0 } },
    ]);
  });
});

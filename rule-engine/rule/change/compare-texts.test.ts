import { describe, expect, it } from 'vitest';
import { compile } from '../../kusto/compile.ts';
import { makeGlobals } from '../../kusto/globals.ts';
import { builtInTables } from '../../schema/catalogue.ts';
import { composeQuery, type Segments } from '../segments.ts';
import { compareTexts } from './compare-texts.ts';
import type { RuleText } from './rule-change.ts';

const globals = makeGlobals(builtInTables);

const shipped: Segments = {
  patterns: 'let Names = dynamic([\n    "lua.exe", // the interpreter\n    @"C:\\lua"\n]);\n',
  detection: 'DeviceProcessEvents\n| where Timestamp > ago(1d)\n| where FileName has_any (Names)\n',
  exclusions: `// Studio
// @owner Ana
| where not(FileName =~ "studio.exe" and FolderPath has "Roblox")
// Build
| where not(FileName in ("make", "ninja"))
`,
  output: '| extend Short = strlen(FileName) < 5\n| project Timestamp, FileName, Short\n| sort by Timestamp desc\n',
};

function ruleText(segments: Segments): RuleText {
  const query = composeQuery(segments);
  const { plan, diagnostics } = compile(query.text, globals);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { query, plan };
}

function changeTo(edited: Partial<Segments>, from: Segments = shipped) {
  return compareTexts(ruleText(from), ruleText({ ...from, ...edited }));
}

/** What was done to which exclusion. */
function exclusions(text: string) {
  return changeTo({ exclusions: text }).exclusions.map(({ alterations, now, before }) => [
    (now ?? before)?.name,
    ...alterations,
  ]);
}

const { exclusions: shippedExclusions } = shipped;

describe('patterns', () => {
  it('that came and that left, with their place in the version that has them', () => {
    const edited = { ...shipped, patterns: 'let Names = dynamic(["luac", @"C:\\lua", "lua.exe", "lua.exe"]);\n' };
    const { patterns, steps } = changeTo(edited);
    expect(patterns.map(({ kind, list, text }) => [kind, list, text])).toEqual([
      ['added', 'Names', 'luac'],
      ['added', 'Names', 'lua.exe'],
    ]);
    const { span } = patterns[0];
    expect(edited.patterns.slice(span.start, span.start + span.length)).toBe('"luac"');
    expect(steps).toEqual([]);
    expect(changeTo(shipped, edited).patterns.map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', 'luac'],
      ['removed', 'lua.exe'],
    ]);
  });

  it('of the same value written otherwise are the same', () => {
    expect(changeTo({ patterns: "let Names = dynamic(['lua.exe', 'C:\\\\lua']);" }).patterns).toEqual([]);
  });

  it('in another list: their statement is a step that came', () => {
    const { patterns, steps } = changeTo({ patterns: `${shipped.patterns}let Other = dynamic(["x"]);` });
    expect(patterns.map(({ list, text }) => [list, text])).toEqual([['Other', 'x']]);
    expect(steps.map(({ kind, segment, now }) => [kind, segment, now])).toEqual([
      ['added', 'patterns', 'let Other = dynamic ( [ … ] ) ;'],
    ]);
  });

  it('whose statement is another one', () => {
    const { patterns, steps } = changeTo({ patterns: 'let Names = materialize(print x = "lua.exe");' });
    expect(patterns.map(({ kind, text }) => [kind, text])).toEqual([['removed', 'C:\\lua']]);
    expect(steps.map(({ kind, segment }) => [kind, segment])).toEqual([['changed', 'patterns']]);
  });
});

describe('exclusions', () => {
  it('added and removed', () => {
    const more = `${shippedExclusions}// New\n| where FileName != "x"\n`;
    expect(exclusions(more)).toEqual([['New', 'added']]);
    expect(exclusions('')).toEqual([
      ['Studio', 'removed'],
      ['Build', 'removed'],
    ]);
  });

  it('switched off, and on again', () => {
    const off = shippedExclusions.replace('| where not(FileName in', '// | where not(FileName in');
    expect(exclusions(off)).toEqual([['Build', 'switched off']]);
    const back = changeTo({ exclusions: shippedExclusions }, { ...shipped, exclusions: off });
    expect(back.exclusions.map(({ alterations }) => alterations)).toEqual([['switched on']]);
  });

  it.each([
    ['has "Roblox")', 'has "Roblox" and AccountName == "ana")', 'narrowed'],
    [' and FolderPath has "Roblox")', ')', 'widened'],
    ['has "Roblox")', 'has_any ("Roblox", "Steam"))', 'widened'],
    ['in ("make", "ninja")', 'in ("make")', 'narrowed'],
    ['in ("make", "ninja")', '== "make"', 'narrowed'],
    ['in ("make", "ninja")', 'in ("ninja", "make")', 'rewritten'],
    ['in ("make", "ninja")', 'in ("make", "bazel")', 'condition'],
    ['has "Roblox")', 'has "Roblox" and not(AccountName == "ana"))', 'narrowed'],
    ['where not(FileName in ("make", "ninja"))', 'where FileName !in ("make", "ninja", "bazel")', 'condition'],
  ])('%s → %s is %s', (from, to, alteration) => {
    expect(shippedExclusions).toContain(from);
    const changed = exclusions(shippedExclusions.replace(from, to));
    expect(changed.map(([, ...alterations]) => alterations)).toEqual([[alteration]]);
  });

  it('narrowed and widened by turns of a negative list', () => {
    const from = { ...shipped, exclusions: '// A\n| where FileName !in ("a", "b")' };
    const of = (text: string) => changeTo({ exclusions: text }, from).exclusions[0].alterations;
    expect(of('// A\n| where FileName !in ("a")')).toEqual(['narrowed']);
    expect(of('// A\n| where FileName != "a" and FileName !in ("b", "c")')).toEqual(['condition']);
    expect(of('// A\n| where FileName !in ("a", "b", "c")')).toEqual(['widened']);
    expect(of('// A\n| where FileName !in ("a", "b") and AccountName != "c"')).toEqual(['widened']);
  });

  it('with another comment, and both together', () => {
    const tagged = shippedExclusions.replace('@owner Ana', '@owner Ben');
    expect(exclusions(tagged)).toEqual([['Studio', 'comment']]);
    expect(exclusions(tagged.replace('has "Roblox"', 'has_all ("Roblox", "Games")'))).toEqual([
      ['Studio', 'condition', 'comment'],
    ]);
    expect(exclusions(shippedExclusions.replace('// Studio', '// Roblox'))).toEqual([['Roblox', 'comment']]);
  });

  it('that moved, or are laid out otherwise, are the same', () => {
    const [studio, build] = shippedExclusions.split('// Build\n');
    expect(exclusions(`// Build\n${build}${studio}`)).toEqual([]);
    expect(exclusions(shippedExclusions.replace('(FileName', '(\n    FileName'))).toEqual([]);
  });

  it('without a name are found again by most of their words', () => {
    const from = { ...shipped, exclusions: '| where not(FileName == "a" and AccountName == "b")' };
    const { exclusions } = changeTo({ exclusions: '| where not(FileName == "a")' }, from);
    expect(exclusions.map(({ alterations }) => alterations)).toEqual([['widened']]);
    const other = changeTo({ exclusions: '| where DeviceName != "c"' }, from).exclusions;
    expect(other.map(({ alterations }) => alterations)).toEqual([['added'], ['removed']]);
  });

  it('whose text has no plan are changed in an unknown way', () => {
    const now = {
      ...ruleText({ ...shipped, exclusions: shippedExclusions.replace(', "ninja"', '') }),
      plan: undefined,
    };
    expect(compareTexts(ruleText(shipped), now).exclusions.map(({ alterations }) => alterations)).toEqual([
      ['condition'],
    ]);
  });
});

describe('other steps', () => {
  const kinds = (edited: Partial<Segments>) =>
    changeTo(edited).steps.map(({ kind, segment, before, now }) => [kind, segment, before, now]);

  it('changed, added and removed, with their text', () => {
    expect(kinds({ detection: shipped.detection.replace('1d', '7d') })).toEqual([
      ['changed', 'detection', '| where Timestamp > ago(1d)', '| where Timestamp > ago(7d)'],
    ]);
    expect(kinds({ output: `${shipped.output}| take 5` })).toEqual([['added', 'output', undefined, '| take 5']]);
    expect(kinds({ detection: shipped.detection.replace('| where Timestamp > ago(1d)\n', '') })).toEqual([
      ['removed', 'detection', '| where Timestamp > ago(1d)', undefined],
    ]);
  });

  it('another table, and what stands before it', () => {
    expect(kinds({ detection: shipped.detection.replace('DeviceProcessEvents', 'let d = 1d;\nDeviceEvents') })).toEqual(
      [['changed', 'detection', 'DeviceProcessEvents', 'let d = 1d;\nDeviceEvents']],
    );
  });

  it('one that moved is removed and added', () => {
    const [extend, project, sort] = shipped.output.split('\n');
    expect(kinds({ output: [sort, extend, project].join('\n') })).toEqual([
      ['added', 'output', undefined, sort],
      ['removed', 'output', sort, undefined],
    ]);
  });

  it('are placed in the query of the version that has them', () => {
    const edited = { ...shipped, output: shipped.output.replace('< 5', '< 6') };
    const [{ span, otherSpan }] = changeTo(edited).steps;
    const text = (segments: Segments, at: typeof span) =>
      at && composeQuery(segments).text.slice(at.start, at.start + at.length);
    expect(text(edited, span)).toBe('| extend Short = strlen(FileName) < 6');
    expect(text(shipped, otherSpan)).toBe('| extend Short = strlen(FileName) < 5');
  });
});

it('blanks and comments are no difference', () => {
  const spread = Object.fromEntries(
    Object.entries(shipped).map(([name, text]) => [name, `${text}\n\n// more\n`.replaceAll(' and ', '\n and ')]),
  );
  expect(changeTo(spread)).toEqual({ patterns: [], exclusions: [], steps: [] });
});

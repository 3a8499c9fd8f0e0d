import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { exclusionExpiry } from './exclusion-comment.ts';
import { type Exclusion, parseExclusions } from './exclusions.ts';
import { toggleExclusion } from './toggle-exclusion.ts';

const allowList = `// Begin environment-specific filter.
// Roblox Studio
// Signed player started by its launcher.
// @owner Ana Ruiz @ticket SEC-41
// @expires 2027-01-31
// @reason Games are allowed on lab machines
| where not(FileName =~ "RobloxStudioBeta.exe"
    and FolderPath has "Roblox")
// tshark dissectors
// | where not(FileName =~ "tshark.exe"
//     and InitiatingProcessFileName =~ "wireshark.exe")
// End environment-specific filter.
| where FileName != "redis-cli" // Redis client
`;

function toggled(text: string, index: number): string {
  return applyEdits(text, toggleExclusion(text, parseExclusions(text)[index]));
}

function named(text: string): readonly [string, boolean][] {
  return parseExclusions(text).map((step) => [step.name, step.enabled]);
}

describe('parseExclusions', () => {
  it('names each step by the comment above it, else behind it', () => {
    expect(named(allowList)).toEqual([
      ['Roblox Studio', true],
      ['tshark dissectors', false],
      ['Redis client', true],
    ]);
  });

  it('reads tags, description and section', () => {
    const [roblox, tshark, redis] = parseExclusions(allowList);
    expect(roblox.tags).toEqual({
      owner: 'Ana Ruiz',
      ticket: 'SEC-41',
      expires: '2027-01-31',
      reason: 'Games are allowed on lab machines',
    });
    expect(roblox.description).toBe('Signed player started by its launcher.');
    expect([roblox, tshark, redis].map((step) => step.section)).toEqual([
      'environment-specific filter',
      'environment-specific filter',
      undefined,
    ]);
  });

  it('does not take the next tag for the value of one that is empty', () => {
    const [{ tags }] = parseExclusions('// A @owner @ticket SEC-1 @reason\n| where FileName != "a"');
    expect(tags).toEqual({ owner: '', ticket: 'SEC-1', reason: '' });
  });

  it('gives the KQL of a step that is commented out', () => {
    const tshark = parseExclusions(allowList)[1];
    expect(tshark.operator).toBe('where');
    expect(tshark.text).toBe(
      '| where not(FileName =~ "tshark.exe"\n    and InitiatingProcessFileName =~ "wireshark.exe")',
    );
  });

  it('spans a live step from its pipe to its last character', () => {
    const { span } = parseExclusions(allowList)[0];
    expect(allowList.slice(span.start, span.start + span.length)).toBe(
      '| where not(FileName =~ "RobloxStudioBeta.exe"\n    and FolderPath has "Roblox")',
    );
  });

  it('falls back to the text of a step without comments', () => {
    expect(named('| where FileName\n  != "lua"')).toEqual([['| where FileName != "lua"', true]]);
  });

  it('does not take a comment across a blank line as a name', () => {
    expect(named('// Servers below\n\n| where FileName != "a"')).toEqual([['| where FileName != "a"', true]]);
  });

  it('sees no step in strings, comments, brackets', () => {
    expect(named('// a | where b\n| where not(FileName has "| where x" and A in ((T | where B)))')).toEqual([
      ['a | where b', true],
    ]);
  });

  it('keeps the steps below a half-typed one', () => {
    const text = '// A\n| where not(FileName =~ "x\n// B\n| where FileName != "y"\n// C\n// | where not(Z';
    expect(named(text)).toEqual([
      ['A', true],
      ['B', true],
      ['C', false],
    ]);
  });

  it('has no exclusions in an empty text and in prose', () => {
    expect(parseExclusions('')).toEqual([]);
    expect(parseExclusions('// nothing here yet\n')).toEqual([]);
  });

  it('never throws on any text', () => {
    const piece = fc.constantFrom(
      '// ',
      '//',
      '\t',
      '|',
      ' where ',
      '(',
      ')',
      '"',
      "'",
      '```',
      '\n',
      '\r\n',
      '@owner',
      'a',
      ';',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const step of parseExclusions(text)) {
          expect(step.span.start + step.span.length).toBeLessThanOrEqual(text.length);
          applyEdits(text, toggleExclusion(text, step));
        }
      }),
    );
  });
});

describe('toggleExclusion', () => {
  it('comments a step out, all its lines', () => {
    expect(toggled(allowList, 0)).toContain(
      '// | where not(FileName =~ "RobloxStudioBeta.exe"\n//     and FolderPath has "Roblox")\n// tshark',
    );
  });

  it('keeps every step, its name and its tags', () => {
    const shown = ({ name, tags, text }: Exclusion) => ({ name, tags, text });
    const before = parseExclusions(allowList);
    const after = parseExclusions(toggled(allowList, 0));
    expect(after.map(shown)).toEqual(before.map(shown));
    expect(after.map((step) => step.enabled)).toEqual([false, false, true]);
  });

  it('switches on what was commented out by hand', () => {
    expect(toggled('// Games\n  // | where FileName != "Wow.exe"\n', 0)).toBe(
      '// Games\n  | where FileName != "Wow.exe"\n',
    );
    expect(toggled('//| where FileName != "Wow.exe"', 0)).toBe('| where FileName != "Wow.exe"');
  });

  it('gives a step that shares its line one of its own', () => {
    expect(toggled('| where A != "1" | where B != "2" | where C != "3"', 1)).toBe(
      '| where A != "1" \n// | where B != "2"\n | where C != "3"',
    );
  });

  it('goes off and on to the same text', () => {
    const line = fc.constantFrom(
      '| where not(A == "x"',
      '    and B has "y")',
      '| where A != "x"',
      '!= "y"',
      '   // a comment of its own',
      'and C != "z" // behind',
      '',
      '  ',
      '| where A !in ("a",',
      '"b")',
      '| where A != ```two',
      '(lines```',
      '// Redis',
      '// @owner me',
      '//   - a list',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(),
        (lines, lineBreak, pick) => {
          const text = lines.join(lineBreak);
          const live = parseExclusions(text).flatMap((step, index) => (step.enabled ? [index] : []));
          if (live.length === 0) return;
          const index = live[pick % live.length];
          const off = toggled(text, index);
          expect(parseExclusions(off)[index].enabled).toBe(false);
          expect(toggled(off, index)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('exclusionExpiry', () => {
  it('is the end of the day that is named', () => {
    expect(exclusionExpiry({ expires: '2027-01-31' })).toBe(Date.parse('2027-02-01T00:00:00Z'));
    expect(exclusionExpiry({})).toBeUndefined();
  });

  it('is NaN for what is no date', () => {
    expect(exclusionExpiry({ expires: '2027-02-30' })).toBeNaN();
    expect(exclusionExpiry({ expires: 'next year' })).toBeNaN();
  });
});

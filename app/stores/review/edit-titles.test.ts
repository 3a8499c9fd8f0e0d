import { describe, expect, it } from 'vitest';
import { composeQuery } from '../../../rule-engine/index.ts';
import { editTitles } from './edit-titles.ts';

const nginx = '// Nginx: its own scripts\n| where not(FileName == "nginx")\n';
const redis = '// Redis: scripts sent to it\n| where not(FileName has_any ("redis", "valkey"))\n';
const queryOf = (exclusions: string) =>
  composeQuery({ patterns: 'let P = dynamic([]);\n', detection: 'T\n', exclusions, output: '' });

describe('titles of edits', () => {
  it('name the exclusion that was added, removed or changed', () => {
    const [now, then] = [queryOf(redis), queryOf(nginx + redis)];
    const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), length: part.length });
    const titles = editTitles(
      [
        {
          kind: 'removed',
          what: 'step',
          exclusion: true,
          title: 'Exclusion removed: where not(FileName == "nginx")',
          span: undefined,
          otherSpan: spanOf(then.text, '| where not(FileName == "nginx")'),
        },
        {
          kind: 'added',
          what: 'literal',
          exclusion: true,
          title: 'Literal `valkey` added',
          span: spanOf(now.text, '"valkey"'),
          otherSpan: undefined,
        },
        {
          kind: 'added',
          what: 'literal',
          exclusion: false,
          title: 'Literal `lua` added',
          span: spanOf(now.text, 'T\n'),
          otherSpan: undefined,
        },
      ],
      now,
      then,
    );
    expect(titles).toEqual([
      'Exclusion removed: “Nginx: its own scripts”',
      'Literal `valkey` added, in “Redis: scripts sent to it”',
      'Literal `lua` added',
    ]);
  });

  it('are of the text as it is written', () => {
    const query = (detection: string) => composeQuery({ patterns: '', detection, exclusions: '', output: '' });
    const [then, now] = [query('T | where Ts > ago(1d)'), query('T | where Ts\n  > ago(7d) | where N == "a"')];
    const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), length: part.length });
    const condition = { what: 'condition', exclusion: false, title: 'Ts > ago(timespan(864000000000))' } as const;
    const span = spanOf(now.text, 'Ts\n  > ago(7d)');
    const otherSpan = spanOf(then.text, 'Ts > ago(1d)');
    const titles = editTitles(
      [
        { ...condition, kind: 'changed', span, otherSpan },
        { ...condition, kind: 'removed', span: undefined, otherSpan },
        { ...condition, kind: 'added', what: 'step', span: spanOf(now.text, 'where N == "a"'), otherSpan: undefined },
        { ...condition, kind: 'changed', what: 'query', title: 'Another part', span: undefined, otherSpan: undefined },
      ],
      now,
      then,
    );
    expect(titles).toEqual([
      'Changed: Ts > ago(1d) → Ts > ago(7d)',
      'Condition removed: Ts > ago(1d)',
      'Step added: where N == "a"',
      'Another part',
    ]);
  });
});

import type { Ratio, TuningMetrics } from '../metrics.ts';
import { numberOf, rowsText } from './change-words.ts';
import { codeText, markdownTable, plainText, quotation } from './markdown.ts';
import { recordedChanges } from './record-changes.ts';
import { type ReviewCheck, reviewChecks } from './review-checks.ts';
import type { EvaluatedFacts, ReviewFacts, RowCounts, SignOff } from './review-facts.ts';

/**
 * A review as Markdown, for a pull request or a ticket: whose word, on which text, what changed, what it does to the rows,
 * what speaks for and against it. It holds counts and the rule's text, no row of the events.
 */
export function reviewRecord(facts: ReviewFacts, signOff: SignOff | undefined): string {
  const { rule, evaluated, change } = facts;
  const techniques = rule.techniques.length > 0 ? ` (${rule.techniques.join(', ')})` : '';
  const parts = [
    `# Review: ${plainText(rule.title)}${techniques}`,
    ...(signOff ? signOffText(signOff) : ['Not signed off.']),
    identityTable(facts),
    '## What changed',
    ...recordedChanges(change, evaluated.exclusions),
    '## What it does to the rows',
    ...differenceText(evaluated),
    metricsTable(evaluated),
    '## Checks',
    reviewChecks(facts).map(checkText).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function signOffText({ reviewer, verdict, comment, at }: SignOff): readonly string[] {
  const word = verdict === 'approved' ? 'Approved' : 'Changes requested';
  const line = `**${word}** by ${plainText(reviewer)}, ${momentText(at)}`;
  return comment.trim() === '' ? [line] : [line, quotation(comment.trim())];
}

function identityTable({ rule, digest, against, evaluated }: ReviewFacts): string {
  const { sources, now, clock } = evaluated;
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const files = sources
    .map((source) => `${plainText(source.name)} (${source.rows.toLocaleString('en-US')})`)
    .join(', ');
  const clocks = { newest: 'the newest event', wall: 'the clock of the machine', at: 'a time that was set' };
  return markdownTable(
    ['Rule', [rule.id && codeText(rule.id), plainText(rule.version)].filter(Boolean).join(' ')],
    [
      ['Text', `SHA-256 ${codeText(digest)} of the whole query`],
      ['Compared with', `${plainText(against.name)}, SHA-256 ${codeText(against.digest)}`],
      ['Evaluated over', `${numberOf(rows, 'event')}${files && `: ${files}`}`],
      ['`now()`', `${momentText(now)}, ${clocks[clock]}`],
    ],
  );
}

function differenceText({ difference, incomparable }: EvaluatedFacts): readonly string[] {
  if (incomparable !== undefined) return [`They can't be compared: ${plainText(incomparable)}.`];
  if (difference === undefined) return ['The rows are the same.'];
  const { gained, lost, same, edits } = difference;
  const rows = markdownTable(
    ['', 'Rows', 'TP', 'FP', 'unsure', 'unlabelled'],
    [countsRow('Gained', gained), countsRow('Lost', lost), countsRow('Same', same)],
  );
  const done = edits.filter((edit) => edit.gained.rows + edit.lost.rows > 0);
  const lines = done.map((edit) => {
    const parts = [
      edit.gained.rows > 0 && `gains ${rowsText(edit.gained)}`,
      edit.lost.rows > 0 && `loses ${rowsText(edit.lost)}`,
    ];
    return `- ${titleText(edit.title)}: ${parts.filter(Boolean).join(', ')}`;
  });
  return lines.length > 0 ? [rows, lines.join('\n')] : [rows];
}

/** The title of an edit, in which code stands between backticks. */
function titleText(title: string): string {
  return title
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? codeText(piece) : plainText(piece)))
    .join('');
}

function countsRow(name: string, { rows, labels }: RowCounts): readonly string[] {
  const numbers = [rows, labels.TP, labels.FP, labels.unsure, labels.unlabelled];
  return [name, ...numbers.map((number) => number.toLocaleString('en-US'))];
}

function metricsTable({ metrics, difference }: EvaluatedFacts): string {
  const columns = difference ? [difference.metrics, metrics] : [metrics];
  const line = (name: string, value: (of: TuningMetrics) => string): readonly string[] => [name, ...columns.map(value)];
  return markdownTable(
    ['', ...(difference ? ['Before'] : []), 'Now'],
    [
      line('Hits', ({ after }) => after.hits.toLocaleString('en-US')),
      line('Precision', ({ after }) => ratioText(after.precision)),
      line('Recall', ({ after }) => ratioText(after.recall)),
      line('FP removed', ({ fpRemoved }) => ratioText(fpRemoved)),
      line('TP hidden', ({ tpHidden }) => ratioText(tpHidden)),
    ],
  );
}

function ratioText({ part, whole }: Ratio): string {
  return whole === 0 ? '–' : `${part.toLocaleString('en-US')} of ${whole.toLocaleString('en-US')}`;
}

const marks: Readonly<Record<ReviewCheck['state'], string>> = { good: '✓', notable: '!', bad: '✗' };

function checkText({ state, text, items }: ReviewCheck): string {
  return [`- ${marks[state]} ${plainText(text)}`, ...items.map((item) => `  - ${plainText(item)}`)].join('\n');
}

/** `2026-03-12 14:05 UTC`. */
function momentText(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

import { kqlTokens } from '../kql-tokens.ts';
import { isTrivia, pipelineSteps } from '../pipeline-steps.ts';
import { type ComposedQuery, type SegmentName, segmentText, toQuerySpan } from '../segments.ts';
import { comparableText } from './comparable-text.ts';
import { changeKind, type StepChange } from './rule-change.ts';

/** A part of a segment: what stands before its first step, or a step. */
interface Part {
  readonly text: string;
  readonly comparable: string;
  readonly operator: string;
  readonly start: number;
}

/** The steps of a segment that differ, in the text's order: their order counts, so that one that moved is removed and added. */
export function stepChanges(segment: SegmentName, before: ComposedQuery, now: ComposedQuery): readonly StepChange[] {
  const [old, own] = [partsOf(segmentText(before, segment)), partsOf(segmentText(now, segment))];
  const placed = (part: Part | undefined, query: ComposedQuery) =>
    part && toQuerySpan(query, { segment, span: { start: part.start, length: part.text.length } });
  return gapsBetween(old, own)
    .flatMap(pairedByOperator)
    .map(
      ([was, is]): StepChange => ({
        kind: changeKind(was, is),
        segment,
        before: was?.text,
        now: is?.text,
        span: placed(is, now),
        otherSpan: placed(was, before),
      }),
    );
}

/** The parts cover all of the text but blanks and comments around them. */
function partsOf(text: string): readonly Part[] {
  const steps = pipelineSteps(text);
  const cuts = [{ start: 0, operator: '' }, ...steps.map(({ span, operator }) => ({ start: span.start, operator }))];
  return cuts.flatMap(({ start, operator }, index): Part[] => {
    const own = withoutTrivia(text, start, cuts[index + 1]?.start ?? text.length);
    return own.text === '' ? [] : [{ ...own, comparable: comparableText(own.text), operator }];
  });
}

function withoutTrivia(text: string, start: number, end: number): { readonly text: string; readonly start: number } {
  const tokens = kqlTokens(text.slice(start, end)).filter((token) => !isTrivia(token));
  if (tokens.length === 0) return { text: '', start };
  const first = start + tokens[0].start;
  return { text: text.slice(first, start + tokens[tokens.length - 1].end), start: first };
}

interface Gap {
  readonly old: readonly Part[];
  readonly own: readonly Part[];
}

/** What lies between the parts that both have: a longest common subsequence. */
function gapsBetween(old: readonly Part[], own: readonly Part[]): readonly Gap[] {
  const longest = commonLengths(old, own);
  const gaps: { old: Part[]; own: Part[] }[] = [{ old: [], own: [] }];
  let [i, j] = [0, 0];
  while (i < old.length || j < own.length) {
    const gap = gaps[gaps.length - 1];
    if (i < old.length && j < own.length && old[i].comparable === own[j].comparable) {
      gaps.push({ old: [], own: [] });
      i++;
      j++;
    } else if (j === own.length || (i < old.length && longest[i + 1][j] >= longest[i][j + 1])) gap.old.push(old[i++]);
    else gap.own.push(own[j++]);
  }
  return gaps;
}

/** `[i][j]`: the length of the longest common subsequence of what follows from `i` and from `j` on. */
function commonLengths(old: readonly Part[], own: readonly Part[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(own.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = own.length - 1; j >= 0; j--) {
      const same = old[i].comparable === own[j].comparable;
      lengths[i][j] = same ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

type PartPair = readonly [Part | undefined, Part | undefined];

/** Within a gap, a part that left and one that came are one that changed where they have the same operator. */
function pairedByOperator({ old, own }: Gap): readonly PartPair[] {
  const free = [...old];
  const pairs = own.map((part): PartPair => {
    const at = free.findIndex(({ operator }) => operator === part.operator);
    return at < 0 ? [undefined, part] : [free.splice(at, 1)[0], part];
  });
  return [...free.map((part): PartPair => [part, undefined]), ...pairs];
}

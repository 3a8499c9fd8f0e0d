import type { Span } from '../base/span.ts';
import { commentedOut } from './commented-steps.ts';
import { type ExclusionTags, parseExclusionComment } from './exclusion-comment.ts';
import { isSectionMarker, sectionAt, sectionMarkers } from './exclusion-sections.ts';
import { pipelineSteps } from './pipeline-steps.ts';
import { type Line, lineStartingAt, linesOf } from './text-lines.ts';

/** A step of exclusions.kql. All spans are of that text. */
export interface Exclusion {
  /** The comment above it, else the comment behind it, else its own text on one line. */
  readonly name: string;
  readonly description: string;
  readonly tags: ExclusionTags;
  /** False when the step is commented out. */
  readonly enabled: boolean;
  /** The step from its pipe to its end. Of a disabled one: from the first `//` to the end of its last line. */
  readonly span: Span;
  /** The comment lines above it that give its name and tags; undefined when there are none. */
  readonly commentSpan: Span | undefined;
  /** The step's KQL without the comment slashes: `| where not(…)`. */
  readonly text: string;
  /** Its operator as written: `where` for an exclusion; anything else is a step that strayed into the segment. */
  readonly operator: string;
  /** What `// Begin …` names around it, as in `environment-specific filter`. */
  readonly section: string | undefined;
}

/**
 * The exclusions of a text in order, live and commented out. Textual: it needs no parser and takes half-typed text, so
 * a list of exclusions is on screen while the query has an error.
 */
export function parseExclusions(text: string): readonly Exclusion[] {
  const lines = linesOf(text);
  const sections = sectionMarkers(lines);
  const live = pipelineSteps(text);
  const found = [
    ...live.map((step) => ({
      ...step,
      enabled: true,
      text: text.slice(step.span.start, step.span.start + step.span.length),
    })),
    ...disabledSteps(
      lines,
      live.map((step) => step.span),
    ),
  ].sort((a, b) => a.span.start - b.span.start);
  const taken = found.map((step) => step.span);
  return found.map((step) => {
    const above = commentAbove(lines, step.span, taken);
    const comment = parseExclusionComment(above.map((line) => line.comment ?? ''));
    const behind = step.enabled ? commentBehind(text, lines, step.span) : '';
    return {
      ...step,
      name: comment.name || behind || step.text.replace(/\s+/g, ' '),
      description: comment.description,
      tags: comment.tags,
      commentSpan:
        above.length === 0
          ? undefined
          : { start: above[0].start, length: above[above.length - 1].end - above[0].start },
      section: sectionAt(sections, step.span.start),
    };
  });
}

type FoundStep = Pick<Exclusion, 'span' | 'operator' | 'enabled' | 'text'>;

/** Runs of comment lines whose content begins with a pipe and goes on to its end. */
function disabledSteps(lines: readonly Line[], live: readonly Span[]): readonly FoundStep[] {
  const steps: FoundStep[] = [];
  for (let i = 0; i < lines.length; i++) {
    const inside = live.some((span) => lines[i].start > span.start && lines[i].start < span.start + span.length);
    const run = inside ? undefined : commentedOut(lines, i);
    if (run === undefined) continue;
    const [first, last] = [lines[i], lines[i + run.lines - 1]];
    const start = first.start + first.indent.length;
    const operator = pipelineSteps(run.content)[0]?.operator ?? '';
    steps.push({ span: { start, length: last.end - start }, operator, enabled: false, text: run.content.trim() });
    i += run.lines - 1;
  }
  return steps;
}

/** The full-line comments right above a step: no blank line between, no marker, no other step's lines. */
function commentAbove(lines: readonly Line[], span: Span, taken: readonly Span[]): readonly Line[] {
  const above: Line[] = [];
  for (let i = lineStartingAt(lines, span.start) - 1; i >= 0; i--) {
    const line = lines[i];
    const isStep = taken.some((step) => step.start < line.end && step.start + step.length > line.start);
    if (line.comment === undefined || isStep || isSectionMarker(line.comment)) break;
    above.unshift(line);
  }
  return above;
}

/** The comment on the last line of a live step, behind it. */
function commentBehind(text: string, lines: readonly Line[], span: Span): string {
  const end = span.start + span.length;
  const line = lines[lineStartingAt(lines, end)];
  return /^\s*\/\/(.*)$/.exec(text.slice(end, line.end))?.[1].trim() ?? '';
}

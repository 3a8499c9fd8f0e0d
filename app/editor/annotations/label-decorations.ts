import { editor, Range } from '../monaco/monaco.ts';
import type { PlacedLabel } from './layout.ts';

interface Shown {
  /** All that the label looks like. */
  readonly look: string;
  readonly decoration: string;
}

/**
 * The labels in the models' texts. A label that is where it was and looks as it did is left alone: monaco paints a line
 * anew for each that is set.
 */
export class LabelDecorations {
  private readonly shown = new Map<editor.ITextModel, Map<string, Shown>>();

  show(model: editor.ITextModel, labels: readonly PlacedLabel[]): void {
    const before = this.shown.get(model) ?? new Map<string, Shown>();
    const kept = new Map<string, Shown>();
    const fresh: PlacedLabel[] = [];
    for (const label of labels) {
      const known = before.get(label.id);
      if (known?.look === lookOf(label) && offsetOf(model, known.decoration) === label.offset)
        kept.set(label.id, known);
      else fresh.push(label);
    }
    const old = [...before].filter(([id]) => !kept.has(id)).map(([, { decoration }]) => decoration);
    const made = model.deltaDecorations(
      old,
      fresh.map((label) => decorationOf(model, label)),
    );
    fresh.forEach((label, index) => {
      kept.set(label.id, { look: lookOf(label), decoration: made[index] });
    });
    this.shown.set(model, kept);
  }

  clear(): void {
    for (const [model, labels] of this.shown) {
      if (model.isDisposed()) continue;
      model.deltaDecorations(
        [...labels.values()].map(({ decoration }) => decoration),
        [],
      );
    }
    this.shown.clear();
  }
}

function lookOf({ gap, text, tone, isInline }: PlacedLabel): string {
  return `${tone} ${isInline} ${gap.length} ${text}`;
}

function offsetOf(model: editor.ITextModel, decoration: string): number | undefined {
  const range = model.getDecorationRange(decoration);
  return range?.isEmpty() ? model.getOffsetAt(range.getStartPosition()) : undefined;
}

function decorationOf(model: editor.ITextModel, label: PlacedLabel): editor.IModelDeltaDecoration {
  const { lineNumber, column } = model.getPositionAt(label.offset);
  const classes = ['annotation', `annotation-${label.tone}`];
  if (label.isInline) classes.push('annotation-inline');
  const { None } = editor.InjectedTextCursorStops;
  return {
    range: new Range(lineNumber, column, lineNumber, column),
    options: {
      showIfCollapsed: true,
      stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      ...(label.gap === '' ? {} : { before: { content: label.gap, cursorStops: None } }),
      after: {
        content: label.text,
        inlineClassName: classes.join(' '),
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: None,
      },
    },
  };
}

import { type Diagnostic, segmentNames, toSegmentSpans } from '../../../rule-engine/index.ts';
import { useRuleStore } from '../../stores/rule-store.ts';
import { editor, MarkerSeverity } from '../monaco/monaco.ts';
import { placeOf, rangeIn, rangeOf } from '../query-place.ts';
import { ruleModels } from '../rule-models.ts';

const severities: Readonly<Record<Diagnostic['severity'], MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  information: MarkerSeverity.Info,
};

/**
 * Shows what the language service says of the query as squiggles, each in its segment and in the whole query. While the
 * newest text is not yet checked the old ones stay and move with the text.
 */
export function showDiagnostics(): void {
  const show = (): void => {
    const { query, diagnostics, checkedText } = useRuleStore.getState();
    if (checkedText !== query.text) return;
    for (const segment of segmentNames) {
      const model = ruleModels().model(segment);
      const markers = diagnostics.flatMap((diagnostic) =>
        toSegmentSpans(query, diagnostic.span)
          .filter((part) => part.segment === segment)
          .map((part) => markerOf(diagnostic, rangeOf(model, part.span))),
      );
      editor.setModelMarkers(model, 'kusto', markers);
    }
    const whole = ruleModels().model('whole');
    const place = placeOf(whole);
    const markers = diagnostics.flatMap((diagnostic) => {
      const range = rangeIn(whole, place, diagnostic.span);
      return range === undefined ? [] : [markerOf(diagnostic, range)];
    });
    editor.setModelMarkers(whole, 'kusto', markers);
  };
  show();
  useRuleStore.subscribe((now, before) => {
    if (now.diagnostics !== before.diagnostics || now.checkedText !== before.checkedText) show();
  });
}

function markerOf({ code, message, severity }: Diagnostic, range: Parameters<typeof visible>[0]): editor.IMarkerData {
  return { ...visible(range), message, code, severity: severities[severity] };
}

/** A fault where something is missing is an empty range: it is shown on the character before it. */
function visible(range: ReturnType<typeof rangeOf>): Omit<editor.IMarkerData, 'message' | 'severity'> {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = range;
  const isEmpty = range.isEmpty() && startColumn > 1;
  return { startLineNumber, startColumn: isEmpty ? startColumn - 1 : startColumn, endLineNumber, endColumn };
}

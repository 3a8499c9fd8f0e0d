import { type Diagnostic, segmentNames, toSegmentSpans } from '../../../rule-engine/index.ts';
import { useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule/rule-store.ts';
import { editor, MarkerSeverity } from '../monaco/monaco.ts';
import { placeOf, rangeIn, rangeOf } from '../query-place.ts';
import { ruleModels } from '../rule-models.ts';

const severities: Readonly<Record<Diagnostic['severity'], MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  information: MarkerSeverity.Info,
};

/**
 * Shows what the language service and a failed evaluation say of the query as squiggles, each in its segment and in the whole query. While the
 * newest text is not yet checked the old ones stay and move with the text.
 */
export function showDiagnostics(): void {
  const show = (): void => {
    const { query, diagnostics: checked, checkedText } = useRuleStore.getState();
    if (checkedText !== query.text) return;
    const diagnostics = [...checked.filter((diagnostic) => !isUnchecked(diagnostic)), ...failureOf(query.text)];
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
  useEvaluationStore.subscribe(({ state: now }, { state: before }) => {
    if ((now.phase === 'failed' || before.phase === 'failed') && now.phase !== before.phase) show();
  });
}

/** Why the evaluation of a text failed, where it is known at which place of the text. */
function failureOf(text: string): readonly Diagnostic[] {
  const { state } = useEvaluationStore.getState();
  if (state.phase !== 'failed' || useRuleStore.getState().compiled?.query.text !== text) return [];
  const { code, message, span } = state.error;
  return span === undefined ? [] : [{ code, message, span, severity: 'error' }];
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

import { useEffect, useState } from 'react';
import { type ColumnSchema, type Facet, labelColumn, type View } from '../../../rule-engine/index.ts';
import { useLabelRevision } from '../../stores/answers/label-revision.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';

/** Values shown of a column. */
const valuesShown = 8;
/** Milliseconds without another view before its values are counted: rows come first. */
const rest = 200;

/** The facets of a view; the former ones stay until the new ones are counted. */
export function useFacets(view: View | undefined): readonly Facet[] | undefined {
  const columns = useEvaluationStore(lastResult)?.evaluation.columns;
  const revision = useLabelRevision((state) => state.revision);
  const [facets, setFacets] = useState<readonly Facet[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels change by revision.
  useEffect(() => {
    if (!view || !columns) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      countFacets(view, columns, controller.signal).then(setFacets, (error: unknown) => {
        if (!isCancelled(error)) setFacets((former) => former ?? []);
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [view, columns, revision]);
  return facets;
}

/** A filtered column is counted without its own filter, so that its other values can still be chosen. */
async function countFacets(
  view: View,
  columns: readonly ColumnSchema[],
  signal: AbortSignal,
): Promise<readonly Facet[]> {
  const names = [labelColumn, ...columns.filter(isCountable).map(({ name }) => name)];
  const filtered = names.filter((name) => view.filters.some(({ column }) => column === name));
  const rest = names.filter((name) => !filtered.includes(name));
  const ask = (of: View, columns: readonly string[]): Promise<readonly Facet[]> =>
    engine.request('facets', { view: of, columns, limit: valuesShown }, { signal });
  const parts = await Promise.all([
    ask(view, rest),
    ...filtered.map((name) => ask({ ...view, filters: view.filters.filter(({ column }) => column !== name) }, [name])),
  ]);
  const all = parts.flat();
  return names.flatMap((name) => all.find(({ column }) => column === name) ?? []).sort(byUse);
}

/** Counting the values of times and bags says little. */
function isCountable({ type }: ColumnSchema): boolean {
  return type !== 'datetime' && type !== 'timespan' && type !== 'dynamic';
}

/** Labels come first, and columns whose values repeat come before those in which each row has its own. */
function byUse(a: Facet, b: Facet): number {
  if (a.column === labelColumn || b.column === labelColumn) return a.column === labelColumn ? -1 : 1;
  return Number(isScattered(a)) - Number(isScattered(b));
}

function isScattered({ values }: Facet): boolean {
  return (values[0]?.rows ?? 0) <= 1;
}

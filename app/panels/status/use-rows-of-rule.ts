import { useMemo } from 'react';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { loadedRows, useEventsStore } from '../../stores/events/events-store.ts';

/** Rows of the tables that the evaluated rule reads, and what these are called; undefined where it reads none by name. */
export function useRowsOfRule(): { readonly rows: number; readonly name: string } | undefined {
  const coverage = useEvaluationStore((state) => lastResult(state)?.evaluation.coverage);
  const tables = useEventsStore((state) => state.tables);
  return useMemo(() => {
    if (!coverage || coverage.length === 0) return undefined;
    const names = new Set(coverage.map(({ table }) => table));
    const rows = loadedRows({ tables: tables.filter((table) => names.has(table.name)) });
    const [name] = names;
    return { rows, name: names.size === 1 ? name : `the rule’s ${names.size} tables` };
  }, [coverage, tables]);
}

import { useEffect, useState } from 'react';
import type { MappingPreview, TableSchema, UserMapping, WorkerError } from '../../../rule-engine/index.ts';
import { asWorkerError } from '../../stores/answers/worker-error.ts';
import type { OpenedFile } from '../../stores/events/opened-files.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';

const previewRows = 5;

/** A built-in table's schema: undefined until it has come, null when there is no such table. */
export function useTableSchema(table: string): TableSchema | null | undefined {
  const [known, setKnown] = useState<{ readonly table: string; readonly schema: TableSchema | null }>();
  useEffect(() => {
    let current = true;
    engine.request('table-schema', { table }).then(
      (schema) => current && setKnown({ table, schema }),
      () => current && setKnown({ table, schema: null }),
    );
    return () => {
      current = false;
    };
  }, [table]);
  return known?.table === table ? known.schema : undefined;
}

export type PreviewState =
  | { readonly phase: 'making' }
  | { readonly phase: 'made'; readonly preview: MappingPreview | null }
  | { readonly phase: 'failed'; readonly error: WorkerError };

/** The first rows that a mapping makes of a file, made again whenever the mapping changes. */
export function useMappingPreview({ file, override }: OpenedFile, mapping: UserMapping): PreviewState {
  const [state, setState] = useState<PreviewState>({ phase: 'making' });
  const asked = JSON.stringify(mapping);
  const format = override?.format;
  useEffect(() => {
    const controller = new AbortController();
    const wanted = JSON.parse(asked) as UserMapping;
    const params = { file, mapping: wanted, rows: previewRows, ...(format && { override: { format } }) };
    engine.request('preview-mapping', params, { signal: controller.signal }).then(
      (preview) => !controller.signal.aborted && setState({ phase: 'made', preview }),
      (error: unknown) => {
        if (!controller.signal.aborted && !isCancelled(error))
          setState({ phase: 'failed', error: asWorkerError(error) });
      },
    );
    return () => controller.abort();
  }, [file, format, asked]);
  return state;
}

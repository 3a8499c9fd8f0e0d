import { useMemo } from 'react';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import type { ExcludeRequest } from '../../stores/tuning/exclude-store.ts';

const limit = 24;

/** Possible exclusions for the hits of a request, best first. */
export function useCandidates({ run, rows, column }: ExcludeRequest) {
  return useAnswer(
    'exclusion-candidates',
    useMemo(() => ({ run, rows, limit, ...(column !== undefined && { column }) }), [run, rows, column]),
  );
}

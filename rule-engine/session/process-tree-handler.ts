import { type Checkpoint, makeCheckpoint } from '../base/checkpoint.ts';
import { NOWHERE } from '../base/span.ts';
import type { Table } from '../columnar/table.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import { growProcessTree } from '../tuning/grow-process-tree.ts';
import { ProcessEvents } from '../tuning/process-events.ts';
import { ProcessIndex } from '../tuning/process-index.ts';
import type { EventLabels } from './event-labels.ts';
import type { TuningMethods } from './protocol/tuning-methods.ts';
import type { Handlers } from './serve.ts';
import type { TuningHost } from './tuning-host.ts';

/** The method that shows a row's process among the loaded events. The index is made once a table. */
export function processTreeHandler(
  labels: EventLabels,
  host: TuningHost,
): Handlers<Pick<TuningMethods, 'process-tree'>> {
  const indexes = new WeakMap<Table, ProcessIndex>();

  const indexOf = async (table: Table, checkpoint: Checkpoint): Promise<ProcessIndex | undefined> => {
    const known = indexes.get(table);
    if (known !== undefined) return known;
    const events = ProcessEvents.of(table);
    if (events === undefined) return undefined;
    const index = await ProcessIndex.of(events, checkpoint);
    indexes.set(table, index);
    return index;
  };

  return {
    'process-tree': async ({ run: id, row }, { signal }) => {
      const checkpoint = makeCheckpoint(signal);
      const { run } = host.evaluatedRun(id);
      const table = labels.tableOf(run);
      if (!(row >= 0 && row < run.base.physicalLength)) {
        throw invalid('no-such-row', `There is no row ${row}`, NOWHERE);
      }
      const index = table && (await indexOf(table, checkpoint));
      if (index === undefined) return null;
      await labels.settle(checkpoint);
      const fingerprints = labels.store.isEmpty ? undefined : await labels.fingerprintsFor(run, checkpoint);
      const labelOf = (own: number) => labels.store.get(fingerprints?.of(own) ?? '') ?? undefined;
      const tree = growProcessTree(row, index);
      return {
        ...tree,
        nodes: tree.nodes.map((node) => ({
          ...node,
          verdict: node.row === undefined ? undefined : run.verdict(node.row),
          label: node.row === undefined ? undefined : labelOf(node.row),
        })),
      };
    },
  };
}

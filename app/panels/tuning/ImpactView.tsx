import type { Count, Trend } from '../../../rule-engine/index.ts';
import { Message } from '../../components/Message.tsx';
import { exclusionName } from '../../stores/evaluation/exclusion-names.ts';
import { useImpactStore } from '../../stores/evaluation/impact-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { CountButton } from './CountButton.tsx';
import { type ImpactRow, impactRows } from './impact-rows.ts';
import { Sparkline } from './Sparkline.tsx';
import styles from './TuningTable.module.css';
import { type TuningViewProps, trendResolution } from './tuning-view-props.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import { useRunAnswer } from './use-run-answer.ts';

/** What each pattern and each exclusion does: rows, those that hang on it alone, labels among them, what shadows it. */
export function ImpactView({ result, onTrend }: TuningViewProps) {
  const trend = useRunAnswer('trend', result, trendResolution);
  const { weighed, error } = useImpactStore();
  if (error) return <Message kind="error">The impact is not known: {error.message}.</Message>;
  if (!weighed) return <Message kind="loading">Counting what each pattern and exclusion does…</Message>;
  const rows = impactRows(weighed.result, weighed.report, (index) => exclusionName(weighed.result, index));
  if (rows.length === 0) return <Message>The rule has no pattern and no exclusion to weigh.</Message>;
  const { run } = weighed.result.evaluation;
  const overTime = trend.phase === 'done' && trend.about === weighed.result ? trend.result : undefined;
  const patterns = rows.filter(({ kind }) => kind === 'pattern');
  const exclusions = rows.filter(({ kind }) => kind === 'exclusion');
  return (
    <>
      {patterns.length > 0 && (
        <ImpactTable title="Pattern" rows={patterns} run={run} trend={overTime} onTrend={onTrend} />
      )}
      {exclusions.length > 0 && (
        <ImpactTable title="Exclusion" rows={exclusions} run={run} trend={overTime} onTrend={onTrend} />
      )}
    </>
  );
}

interface OverTime {
  readonly run: number;
  /** Undefined while it is not known. */
  readonly trend: Trend | undefined;
  readonly onTrend: TuningViewProps['onTrend'];
}

interface ImpactTableProps extends OverTime {
  readonly title: string;
  readonly rows: readonly ImpactRow[];
}

function ImpactTable({ title, rows, ...overTime }: ImpactTableProps) {
  const isPattern = title === 'Pattern';
  const { body, start, end, before, after } = useRowsInSight(rows.length);
  return (
    <table className={styles.table} aria-rowcount={rows.length + 1}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={styles.number} title={isPattern ? 'Rows that it matches' : 'Rows that it removes'}>
            Rows
          </th>
          {isPattern && (
            <th scope="col" className={styles.number} title="Of its rows, those that no exclusion takes">
              Hits
            </th>
          )}
          <th scope="col" className={styles.number} title="Rows that hang on it alone">
            Only it
          </th>
          <th scope="col" className={`${styles.number} ${styles.label}`} title="Of its rows, those labelled TP">
            TP
          </th>
          <th scope="col" className={`${styles.number} ${styles.label}`} title="Of its rows, those labelled FP">
            FP
          </th>
          <th scope="col" className={styles.spark} title="Its rows over time">
            Time
          </th>
          <th scope="col">Remark</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {before > 0 && <tr aria-hidden className={styles.gap} style={{ height: before }} />}
        {rows.slice(start, end).map((row, index) => (
          <ImpactLine key={row.index} row={row} place={start + index + 2} {...overTime} />
        ))}
        {after > 0 && <tr aria-hidden className={styles.gap} style={{ height: after }} />}
      </tbody>
    </table>
  );
}

interface ImpactLineProps extends OverTime {
  readonly row: ImpactRow;
  /** Among the table's rows, from 1, with that of the heads. */
  readonly place: number;
}

function ImpactLine({ row, place, run, trend, onTrend }: ImpactLineProps) {
  const { kind, name, rows, hits, unique, labels, remark, tone } = row;
  const hides = kind === 'exclusion' && labels.TP > 0;
  const part = kind === 'pattern' ? 'matches' : 'removes';
  return (
    <tr data-tone={tone} aria-rowindex={place}>
      <th scope="row" className={kind === 'pattern' ? styles.literal : styles.name}>
        <button type="button" title={`Show ${name} in the rule`} onClick={() => show(row)}>
          {name}
        </button>
      </th>
      <td className={styles.number}>
        <CountButton run={run} rows={rows} none="0" count={countOf(row)} title={`Rows that “${name}” ${part}`} />
      </td>
      {hits !== undefined && (
        <td className={styles.number}>
          <CountButton
            run={run}
            rows={hits}
            none="0"
            count={{ kind: 'literal', literal: row.index, part: 'hits' }}
            title={`Hits that “${name}” matches`}
          />
        </td>
      )}
      <td className={styles.number}>
        <CountButton
          run={run}
          rows={unique}
          none="0"
          count={uniqueOf(row)}
          title={`Rows that only “${name}” ${part}`}
        />
      </td>
      <td className={`${styles.number} ${hides ? styles.alarm : styles.tp}`}>
        {hides && <span title="It hides rows that are labelled TP">! </span>}
        <CountButton
          run={run}
          rows={labels.TP}
          count={countOf(row)}
          verdict="TP"
          title={`Labelled TP that “${name}” ${part}`}
        />
      </td>
      <td className={`${styles.number} ${styles.fp}`}>
        <CountButton
          run={run}
          rows={labels.FP}
          count={countOf(row)}
          verdict="FP"
          title={`Labelled FP that “${name}” ${part}`}
        />
      </td>
      <td className={styles.spark}>
        <Sparkline
          values={kind === 'pattern' ? trend?.literals[row.index] : trend?.exclusions[row.index]}
          tone={kind === 'pattern' ? 'accent' : 'excluded'}
          label={`Over time: rows that “${name}” ${part}`}
          onShow={() => onTrend(kind === 'pattern' ? `literal ${row.index}` : `exclusion ${row.index}`)}
        />
      </td>
      <td className={styles.remark} title={remark}>
        {remark}
      </td>
    </tr>
  );
}

function show({ kind, index }: ImpactRow): void {
  const { revealLiteral, revealExclusion } = useViewStore.getState().actions;
  if (kind === 'pattern') revealLiteral(index);
  else revealExclusion(index);
}

function countOf({ kind, index }: ImpactRow): Count {
  return kind === 'pattern'
    ? { kind: 'literal', literal: index, part: 'rows' }
    : { kind, exclusion: index, part: 'removed' };
}

function uniqueOf({ kind, index }: ImpactRow): Count {
  return kind === 'pattern'
    ? { kind: 'literal', literal: index, part: 'unique' }
    : { kind, exclusion: index, part: 'unique' };
}

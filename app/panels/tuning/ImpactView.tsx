import { formatCount } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import { exclusionName } from '../../stores/exclusion-names.ts';
import { useImpactStore } from '../../stores/impact-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import { type ImpactRow, impactRows } from './impact-rows.ts';
import styles from './TuningTable.module.css';

/** What each pattern and each exclusion does: rows, those that hang on it alone, labels among them, what shadows it. */
export function ImpactView() {
  const { weighed, error } = useImpactStore();
  if (error) return <Message kind="error">The impact is not known: {error.message}.</Message>;
  if (!weighed) return <Message kind="loading">Counting what each pattern and exclusion does…</Message>;
  const rows = impactRows(weighed.result, weighed.report, (index) => exclusionName(weighed.result, index));
  if (rows.length === 0) return <Message>The rule has no pattern and no exclusion to weigh.</Message>;
  const patterns = rows.filter(({ kind }) => kind === 'pattern');
  const exclusions = rows.filter(({ kind }) => kind === 'exclusion');
  return (
    <>
      {patterns.length > 0 && <ImpactTable title="Pattern" rows={patterns} />}
      {exclusions.length > 0 && <ImpactTable title="Exclusion" rows={exclusions} />}
    </>
  );
}

function ImpactTable({ title, rows }: { readonly title: string; readonly rows: readonly ImpactRow[] }) {
  const isPattern = title === 'Pattern';
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={styles.number} title={isPattern ? 'Rows that it matches' : 'Rows that it removes'}>
            Rows
          </th>
          <th scope="col" className={styles.number} title="Rows that hang on it alone">
            Only it
          </th>
          <th scope="col" className={styles.number} title="Of its rows, those labelled TP">
            TP
          </th>
          <th scope="col" className={styles.number} title="Of its rows, those labelled FP">
            FP
          </th>
          <th scope="col">Remark</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ImpactLine key={row.index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ImpactLine({ row }: { readonly row: ImpactRow }) {
  const { kind, name, rows, unique, labels, remark, tone } = row;
  const hides = kind === 'exclusion' && labels.TP > 0;
  return (
    <tr data-tone={tone}>
      <th scope="row" className={kind === 'pattern' ? styles.literal : styles.name}>
        <button type="button" title={`Show ${name} in the rule`} onClick={() => show(row)}>
          {name}
        </button>
      </th>
      <td className={styles.number}>
        {rows === 0 ? (
          '0'
        ) : (
          <button type="button" title="Show rows in the grid" onClick={() => showRows(row)}>
            {formatCount(rows)}
          </button>
        )}
      </td>
      <td className={styles.number}>{formatCount(unique)}</td>
      <td className={`${styles.number} ${hides ? styles.alarm : styles.tp}`}>
        {hides && <span title="It hides rows that are labelled TP">! </span>}
        {labels.TP > 0 && formatCount(labels.TP)}
      </td>
      <td className={`${styles.number} ${styles.fp}`}>{labels.FP > 0 && formatCount(labels.FP)}</td>
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

function showRows({ kind, text }: ImpactRow): void {
  const { setTab, clearFilters, setSearch } = useViewStore.getState().actions;
  clearFilters();
  setTab(kind === 'pattern' ? 'all' : 'excluded');
  if (kind === 'pattern') setSearch(text);
}

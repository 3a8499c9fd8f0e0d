import type { WrongRow } from '../../../rule-engine/index.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ValidationPanel.module.css';

interface FailedRowProps {
  readonly row: WrongRow;
  /** True when its file is among the loaded events. */
  readonly isLoaded: boolean;
}

/** A row that is not as its test expects; where it is loaded it can be shown among all events. */
export function FailedRow({ row, isLoaded }: FailedRowProps) {
  const { device, report, text } = row;
  return (
    <li className={styles.row}>
      <code title={text}>{text}</code>
      <span className={styles.device}>{device}</span>
      {isLoaded && device !== undefined && report !== undefined && (
        <button type="button" className={styles.show} onClick={() => showRow(device, report)}>
          Show it
        </button>
      )}
    </li>
  );
}

function showRow(device: string, report: string): void {
  const { setTab, clearFilters, setFilters } = useViewStore.getState().actions;
  setTab('all');
  clearFilters();
  setFilters('DeviceName', [{ column: 'DeviceName', kind: 'values', values: [device] }]);
  setFilters('ReportId', [{ column: 'ReportId', kind: 'values', values: [report] }]);
}

import type { SourceReport, SourceTableReport } from '../../../rule-engine/index.ts';
import { countOf, formatCount, formatMilliseconds, formatMoment, withoutFullStop } from '../../components/format.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import styles from './EventsPanel.module.css';
import { MappingEditor } from './MappingEditor.tsx';

/** What was understood of a file, why, and how to have it read another way. */
export function SourceDetail({ source }: { readonly source: SourceReport }) {
  return (
    <div className={styles.detail}>
      <p className={styles.reason}>
        {withoutFullStop(source.formatReason)}. {countOf(source.records, 'record')} in{' '}
        {formatMilliseconds(source.milliseconds)}.
      </p>
      {source.assumptions?.map(({ message, records }) => (
        <p key={message} className={styles.reason}>
          {message}
          {records > 0 && `: ${countOf(records, 'record')}`}.
        </p>
      ))}
      {source.errorCount > 0 && <Errors source={source} />}
      <Overrides source={source} />
      {source.tables.map((table) => (
        <TableDetail key={`${table.table} ${table.mapping} ${table.member}`} source={source} table={table} />
      ))}
    </div>
  );
}

function Overrides({ source }: { readonly source: SourceReport }) {
  const { reload } = useEventsStore((state) => state.actions);
  const { formats, mappings } = source.alternatives;
  const mapping = source.tables[0]?.mapping ?? '';
  return (
    <div className={styles.overrides}>
      <Choice
        label="Format"
        value={source.format}
        options={formats}
        onChoose={(format) => void reload(source.id, { format })}
      />
      <Choice
        label="Mapping"
        value={mapping}
        options={mappings}
        onChoose={(chosen) => void reload(source.id, { format: source.format, mapping: chosen })}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onChoose: (id: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  if (options.length === 0) return null;
  const known = options.some(({ id }) => id === value);
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {!known && <option value={value}>{value || 'none'}</option>}
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function TableDetail({ source, table }: { readonly source: SourceReport; readonly table: SourceTableReport }) {
  const filled = table.columns.filter((column) => column.filled > 0);
  const empty = table.columns.filter((column) => column.filled === 0).map(({ name }) => name);
  return (
    <div>
      <h2 title={table.mappingReason}>
        {table.table} by {table.mappingTitle}
      </h2>
      <p className={styles.reason}>
        {countOf(table.rows, 'row')}
        {table.timeRange && `, ${formatMoment(table.timeRange[0])} to ${formatMoment(table.timeRange[1])} UTC`}
      </p>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Filled</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {filled.map(({ name, filled, from }) => (
            <tr key={name}>
              <td className={styles.mono}>{name}</td>
              <td>{formatCount(filled)}</td>
              <td className={styles.mono}>{from}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <NameList title="Always empty" names={empty} />
      <NameList title="Not in this source" names={table.missing} />
      <MappingEditor source={source} report={table} />
    </div>
  );
}

function NameList({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>
        {title}: {formatCount(names.length)}
      </summary>
      <p className={styles.mono}>{names.join(', ')}</p>
    </details>
  );
}

function Errors({ source }: { readonly source: SourceReport }) {
  const unseen = source.errorCount - source.errors.length;
  return (
    <div>
      <h2>Bad records: {formatCount(source.errorCount)}</h2>
      <ul className={styles.errors}>
        {source.errors.map(({ line, offset, message }) => (
          <li key={`${line} ${offset} ${message}`}>
            {line !== undefined && `Line ${formatCount(line)}: `}
            {line === undefined && offset !== undefined && `Byte ${formatCount(offset)}: `}
            {message}
          </li>
        ))}
        {unseen > 0 && <li>and {formatCount(unseen)} more</li>}
      </ul>
    </div>
  );
}

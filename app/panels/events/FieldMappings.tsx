import { X } from 'lucide-react';
import { useState } from 'react';
import type { SourceTableReport } from '../../../rule-engine/index.ts';
import { IconButton } from '../../components/Button.tsx';
import { countOf } from '../../components/format.ts';
import type { ColumnGroup } from './column-choices.ts';
import styles from './MappingEditor.module.css';

interface FieldMappingsProps {
  readonly fields: readonly string[];
  readonly report: SourceTableReport;
  readonly groups: readonly ColumnGroup[];
  /** The field of each column that was chosen. */
  readonly chosen: { readonly [column: string]: string };
  readonly onChoose: (field: string, column: string | undefined) => void;
}

/** The fields that fill no column, each with a way to have it fill one. */
export function FieldMappings({ fields, report, groups, chosen, onChoose }: FieldMappingsProps) {
  const [picking, setPicking] = useState<string>();
  const counts = new Map(report.leftover.map(({ field, records }) => [field, records]));
  for (const { from, filled } of report.columns) if (!counts.has(from)) counts.set(from, filled);
  const columnOf = new Map(Object.entries(chosen).map(([column, field]) => [field, column]));
  return (
    <ul className={styles.fields}>
      {fields.map((field) => {
        const column = columnOf.get(field);
        return (
          <li key={field}>
            <span className={styles.field} title={`In ${countOf(counts.get(field) ?? 0, 'record')}`}>
              {field}
            </span>
            {picking === field ? (
              <ColumnPicker
                field={field}
                groups={groups}
                onChoose={(picked) => {
                  if (picked !== undefined) onChoose(field, picked);
                  setPicking(undefined);
                }}
              />
            ) : (
              <button
                type="button"
                className={styles.map}
                aria-label={`${column ?? 'Map to…'}, ${field}`}
                onClick={() => setPicking(field)}
              >
                {column ?? 'Map to…'}
              </button>
            )}
            {column !== undefined && (
              <IconButton label={`Map ${field} to nothing`} onClick={() => onChoose(field, undefined)}>
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ColumnPickerProps {
  readonly field: string;
  readonly groups: readonly ColumnGroup[];
  /** Undefined when the reader leaves without a choice. */
  readonly onChoose: (column: string | undefined) => void;
}

function ColumnPicker({ field, groups, onChoose }: ColumnPickerProps) {
  return (
    <select
      ref={(select) => select?.focus()}
      className={styles.input}
      aria-label={`Map ${field} to`}
      value=""
      onChange={(event) => onChoose(event.target.value)}
      onBlur={() => onChoose(undefined)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChoose(undefined);
      }}
    >
      <option value="" disabled>
        Column
      </option>
      {groups.map(({ title, columns }) => (
        <optgroup key={title} label={title}>
          {columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

import { type FormEvent, useState } from 'react';
import type { ColumnFilter } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { FormActions } from '../../components/FormActions.tsx';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ColumnFilterForm.module.css';
import type { GridColumn } from './grid-columns.ts';

interface ColumnFilterFormProps {
  readonly column: GridColumn;
  readonly onDone: () => void;
}

/** Filters a column: numbers and times by a range, all else by text that the value contains. */
export function ColumnFilterForm({ column, onDone }: ColumnFilterFormProps) {
  const { setFilters } = useViewStore((state) => state.actions);
  const current = useViewStore((state) => state.filters.find((filter) => filter.column === column.name));
  const ranged = column.kind === 'number' || column.type === 'datetime';
  const range = current?.kind === 'range' ? current : undefined;
  const [text, setText] = useState(current?.kind === 'text' ? current.contains : '');
  const [from, setFrom] = useState(range?.from ?? '');
  const [to, setTo] = useState(range?.to ?? '');
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    setFilters(column.name, ranged ? rangeFilter(column.name, from, to) : textFilter(column.name, text));
    onDone();
  };
  const hint = column.type === 'datetime' ? '2026-03-01 12:00' : '0';
  return (
    <form className={styles.form} onSubmit={apply}>
      {ranged ? (
        <>
          <Field label="From" value={from} onChange={setFrom} placeholder={hint} />
          <Field label="To" value={to} onChange={setTo} placeholder={hint} />
        </>
      ) : (
        <Field label="Contains" value={text} onChange={setText} placeholder="Any text" />
      )}
      <FormActions>
        <Button type="submit">Filter</Button>
        {current && (
          <Button
            onClick={() => {
              setFilters(column.name, []);
              onDone();
            }}
          >
            Clear
          </Button>
        )}
      </FormActions>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, placeholder, onChange }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input value={value} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function textFilter(column: string, contains: string): readonly ColumnFilter[] {
  return contains === '' ? [] : [{ column, kind: 'text', contains }];
}

function rangeFilter(column: string, from: string, to: string): readonly ColumnFilter[] {
  if (from.trim() === '' && to.trim() === '') return [];
  return [{ column, kind: 'range', ...(from.trim() && { from: from.trim() }), ...(to.trim() && { to: to.trim() }) }];
}

import { useState } from 'react';
import {
  extendedMapping,
  mappableFields,
  type SourceReport,
  type SourceTableReport,
  type TableSchema,
} from '../../../rule-engine/index.ts';
import { formatCount } from '../../components/format.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { columnChoices } from './column-choices.ts';
import { FieldMappings } from './FieldMappings.tsx';
import styles from './MappingEditor.module.css';
import { MappingForm } from './MappingForm.tsx';
import { useTableSchema } from './use-mapping.ts';

interface MappingEditorProps {
  readonly source: SourceReport;
  readonly report: SourceTableReport;
}

/** The fields of a source that fill no column of a known table, and the mapping that the reader makes of them. */
export function MappingEditor({ source, report }: MappingEditorProps) {
  const own = useTableSchema(report.table);
  if (own === undefined) return null;
  const fields = mappableFields(report, own ?? undefined);
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>Fields that fill no column: {formatCount(fields.length)}</summary>
      <Editor source={source} report={report} own={own} fields={fields} />
    </details>
  );
}

interface EditorProps extends MappingEditorProps {
  /** The schema of the source's table; null when it is a table of its own. */
  readonly own: TableSchema | null;
  readonly fields: readonly string[];
}

function Editor({ source, report, own, fields }: EditorProps) {
  const coverage = useEvaluationStore(lastResult)?.evaluation.coverage ?? [];
  const tables = own ? [own.name] : coverage.map(({ table }) => table);
  const [table, setTable] = useState(tables[0] ?? 'DeviceProcessEvents');
  const schema = useTableSchema(table);
  const [chosen, setChosen] = useState<{ readonly [column: string]: string }>({});
  const [id] = useState(() => `user-${crypto.randomUUID()}`);
  const needed = coverage.find((one) => one.table === table)?.columns.map(({ column }) => column) ?? [];
  const groups = schema ? columnChoices(schema, own ? report : undefined, needed) : [];
  const choose = (field: string, column: string | undefined): void => {
    const others = Object.entries(chosen).filter(([, from]) => from !== field);
    setChosen(Object.fromEntries(column === undefined ? others : [...others, [column, field]]));
  };
  return (
    <div className={styles.editor}>
      {tables.length > 1 && (
        <label className={styles.labelled}>
          Table to fill
          <select
            className={styles.input}
            value={table}
            onChange={(event) => {
              setTable(event.target.value);
              setChosen({});
            }}
          >
            {tables.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <FieldMappings fields={fields} report={report} groups={groups} chosen={chosen} onChoose={choose} />
      {Object.keys(chosen).length > 0 && (
        <MappingForm
          source={source}
          savedAs={report.mapping}
          mappingNamed={(name, saved) => extendedMapping(report, saved, { id, name, table, columns: chosen })}
          onCancel={() => setChosen({})}
        />
      )}
    </div>
  );
}

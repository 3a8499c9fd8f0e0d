import { type FormEvent, useState } from 'react';
import type { SourceReport, UserMapping } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { FormActions } from '../../components/FormActions.tsx';
import { useEventsStore } from '../../stores/events/events-store.ts';
import { useMappingsStore } from '../../stores/events/mappings-store.ts';
import { type OpenedFile, openedFile } from '../../stores/events/opened-files.ts';
import { tell } from '../../stores/notices/notice-store.ts';
import styles from './MappingEditor.module.css';
import { type PreviewState, useMappingPreview } from './use-mapping.ts';

interface MappingFormProps {
  readonly source: SourceReport;
  /** The id of the mapping by which the source was loaded: one of the reader's own keeps its name. */
  readonly savedAs: string;
  readonly mappingNamed: (name: string, saved: readonly UserMapping[]) => UserMapping;
  readonly onCancel: () => void;
}

/** A mapping before it is saved: its first rows and its name. Saving it reads the source again. */
export function MappingForm(props: MappingFormProps) {
  const opened = openedFile(props.source.id);
  return opened && <Form {...props} opened={opened} />;
}

function Form({ source, savedAs, mappingNamed, onCancel, opened }: MappingFormProps & { readonly opened: OpenedFile }) {
  const saved = useMappingsStore((state) => state.mappings);
  const { save } = useMappingsStore((state) => state.actions);
  const { reload } = useEventsStore((state) => state.actions);
  const [name, setName] = useState(
    () => saved.find(({ id }) => id === savedAs)?.name ?? source.name.replace(/\.[^.]*$/, ''),
  );
  const mapping = mappingNamed(name.trim(), saved);
  const preview = useMappingPreview(opened, mapping);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(mapping);
    tell(`${mapping.name} is saved, and is used for each file with ${mapping.shape.join(' or ')}`);
    const format = opened.override?.format;
    void reload(source.id, format === undefined ? {} : { format });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Preview state={preview} />
      <label className={styles.labelled}>
        Name of the mapping
        <input className={styles.input} value={name} required onChange={(event) => setName(event.target.value)} />
      </label>
      <FormActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={name.trim() === ''}>
          Save and read again
        </Button>
      </FormActions>
    </form>
  );
}

function Preview({ state }: { readonly state: PreviewState }) {
  if (state.phase === 'making') return <p role="status">Reading the first rows…</p>;
  if (state.phase === 'failed') return <p role="alert">No preview: {state.error.message}</p>;
  const { preview } = state;
  if (preview === null) return <p role="status">The mapping takes none of the first records.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard.
    <section className={styles.preview} aria-label="Preview" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no name but their place.
            <tr key={at}>
              {preview.columns.map((column, index) => (
                <td key={column} title={row[index]}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

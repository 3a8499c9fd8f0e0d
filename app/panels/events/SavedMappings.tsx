import { Download, Trash2, Upload } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import { countOf, formatCount } from '../../components/format.ts';
import { pickFiles } from '../../components/pick-files.ts';
import { exportMapping, importMappings } from '../../stores/events/mapping-files.ts';
import { useMappingsStore } from '../../stores/events/mappings-store.ts';
import styles from './SavedMappings.module.css';

/** The mappings that the reader made: what each is for, and ways to take it elsewhere, bring one and remove it. */
export function SavedMappings() {
  const mappings = useMappingsStore((state) => state.mappings);
  const { remove } = useMappingsStore((state) => state.actions);
  return (
    <details className={styles.saved}>
      <summary>Your mappings: {formatCount(mappings.length)}</summary>
      <ul className={styles.list}>
        {mappings.map((mapping) => (
          <li key={mapping.id}>
            <span className={styles.name}>{mapping.name}</span>
            <span className={styles.facts}>
              {countOf(Object.keys(mapping.columns).length, 'column')} of {mapping.table} · for files with{' '}
              {mapping.shape.join(' or ')}
            </span>
            <IconButton label={`Export ${mapping.name}`} onClick={() => exportMapping(mapping)}>
              <Download size={14} aria-hidden />
            </IconButton>
            <IconButton label={`Remove mapping ${mapping.name}`} onClick={() => remove(mapping.id)}>
              <Trash2 size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button onClick={() => void pickFiles().then(importMappings)}>
        <Upload size={14} aria-hidden />
        Import mappings
      </Button>
    </details>
  );
}

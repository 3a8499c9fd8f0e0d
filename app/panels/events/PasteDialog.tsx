import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormActions } from '../../components/FormActions.tsx';
import { openFiles } from '../../stores/files/open-files.ts';
import styles from './PasteDialog.module.css';

/** Takes events, or a rule, as text; the format is found by content, as for a file. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const load = (): void => {
    void openFiles([new File([text], 'pasted text', { type: 'text/plain' })]);
    onClose();
  };
  return (
    <Dialog label="Paste events" onClose={onClose}>
      <div className={styles.body}>
        <label className={styles.label} htmlFor="pasted-events">
          Events as CSV, JSON, NDJSON or a log’s lines; or a rule
        </label>
        <textarea
          id="pasted-events"
          className={styles.text}
          rows={12}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <FormActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={text.trim() === ''} onClick={load}>
            Load
          </Button>
        </FormActions>
      </div>
    </Dialog>
  );
}

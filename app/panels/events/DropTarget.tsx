import { useEffect, useState } from 'react';
import { openFiles, refuseFiles } from '../../stores/files/open-files.ts';
import styles from './DropTarget.module.css';
import { droppedFiles } from './dropped-files.ts';

/** The whole window takes files: by drop, and by paste outside of any text field. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const take = (files: readonly File[]): void => {
      if (files.length > 0) void openFiles(files);
    };
    const listeners = {
      dragover: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event: DragEvent) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) {
          void droppedFiles(event.dataTransfer).then(({ files, unreadable }) => {
            take(files);
            refuseFiles(unreadable);
          });
        }
      },
      paste: (event: ClipboardEvent) => take(pastedFiles(event)),
    };
    const stop = new AbortController();
    for (const [type, listener] of Object.entries(listeners)) {
      window.addEventListener(type, listener as EventListener, { signal: stop.signal });
    }
    return () => stop.abort();
  }, []);
  if (!over) return null;
  return (
    <div className={styles.overlay}>
      <p>Drop event files or a rule: they are read on this machine and go nowhere</p>
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function pastedFiles(event: ClipboardEvent): readonly File[] {
  const target = event.target as HTMLElement | null;
  if (target?.closest('input, textarea, [contenteditable], .monaco-editor')) return [];
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) return files;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return text.trim() === '' ? [] : [new File([text], 'pasted text', { type: 'text/plain' })];
}

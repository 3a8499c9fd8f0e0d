import { isObject } from '../kept/kept-value.ts';
import type { OpenedFile } from './opened-files.ts';

/** Event files as the reader left them. */
export interface KeptEvents {
  readonly files: readonly OpenedFile[];
  /** Names of the files that were too large to keep. */
  readonly left: readonly string[];
}

/** What can be opened again of a value of the browser's store. */
export interface LeftEvents extends KeptEvents {
  /** True when there was more than that: another version of the page may have left it, or a fault. */
  readonly isDamaged: boolean;
}

/** Reads what an earlier visit left of its event files; what is none of them is left out. */
export function leftEvents(value: unknown): LeftEvents {
  const { files, left } = isObject(value) ? value : {};
  const entries: readonly unknown[] = Array.isArray(files) ? files : [];
  const names: readonly unknown[] = Array.isArray(left) ? left : [];
  const opened = entries.filter(isOpenedFile);
  return {
    files: opened,
    left: names.filter((name) => typeof name === 'string'),
    isDamaged: !Array.isArray(files) || opened.length < entries.length,
  };
}

function isOpenedFile(value: unknown): value is OpenedFile {
  return isObject(value) && value.file instanceof File && (value.override === undefined || areTexts(value.override));
}

function areTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((each) => each === undefined || typeof each === 'string');
}

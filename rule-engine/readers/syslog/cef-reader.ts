import { LineRecords, recordsOfLines } from '../line-records.ts';
import type { InputHead, Reader } from '../reader.ts';
import { headText } from '../text-input.ts';
import { cefRecord } from './cef-columns.ts';
import { cefMessage } from './cef-message.ts';

const BEGINNING = /^CEF: ?\d+\|/;
const NO_HEAD = { time: undefined, host: undefined };

/** Lines of Common Event Format without the head of syslog, to the columns that Sentinel has for them. */
export const cefReader: Reader = {
  format: 'cef',
  title: 'Common Event Format (CEF)',
  evidence: 'its lines begin with CEF: and a version',
  detect,
  read: (chunks, context) => recordsOfLines(chunks, context, new CefLines(context)),
};

function detect(head: InputHead): number {
  const lines = headText(head.bytes)
    .split(/\r?\n/, 50)
    .filter((line) => line.trim() !== '');
  const found = lines.filter((line) => BEGINNING.test(line)).length;
  return found > 0 && found * 2 >= lines.length ? 0.9 : 0;
}

class CefLines extends LineRecords {
  override line(text: string, line: number): void {
    if (text.trim() === '') return;
    const message = cefMessage(text.trim());
    if (message !== undefined) this.records.push(cefRecord(message, NO_HEAD, line));
    else this.context.error({ line, message: 'The line is no message in Common Event Format: it was left out' });
  }
}

import { LineRecords, recordsOfLines } from '../line-records.ts';
import type { InputHead, Reader } from '../reader.ts';
import { headText } from '../text-input.ts';
import { cefRecord } from './cef-columns.ts';
import { cefMessage } from './cef-message.ts';
import { syslogRecord } from './syslog-columns.ts';
import { type SyslogLine, syslogLine } from './syslog-line.ts';

const MAX_MESSAGE_CHARACTERS = 1024 * 1024;
/** A message of Sysmon for Linux: its reader takes files of nothing else. */
const SYSMON_EVENT = /<Event[\s>]/;

/**
 * Lines of syslog, as daemons write and send them, to the columns that Sentinel has for them; messages in Common Event
 * Format to those of their own table.
 * @see https://www.rfc-editor.org/rfc/rfc5424
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog
 */
export const syslogReader: Reader = {
  format: 'syslog',
  title: 'Syslog (RFC 3164, RFC 5424)',
  evidence: 'its lines begin with a time, a host and the name of a process',
  detect,
  read: (chunks, context) => recordsOfLines(chunks, context, new SyslogMessages(context)),
};

function detect(head: InputHead): number {
  const lines = headText(head.bytes)
    .split(/\r?\n/, 50)
    .filter((line) => line.trim() !== '');
  if (!head.complete && lines.length > 1) lines.pop();
  const now = new Date();
  const found = lines.filter((line) => {
    const parsed = syslogLine(line, now);
    return parsed !== undefined && (parsed.process !== undefined || parsed.facility !== undefined);
  });
  if (found.length === 0 || found.length * 2 < lines.length) return 0;
  const ofSysmon = found.filter((line) => SYSMON_EVENT.test(line)).length;
  return ofSysmon > 0 && ofSysmon * 2 < found.length ? 0.98 : 0.9;
}

/** Makes records of lines: one that begins with a blank goes on with the message before. */
class SyslogMessages extends LineRecords {
  private readonly now = new Date();
  private open: { readonly parsed: SyslogLine; readonly line: number; message: string } | undefined;

  override line(text: string, line: number): void {
    if (text.trim() === '') return;
    const parsed = syslogLine(text, this.now);
    if (parsed !== undefined) {
      this.end();
      this.open = { parsed, line, message: parsed.message };
    } else if (/^\s/.test(text) && this.open !== undefined && this.open.message.length < MAX_MESSAGE_CHARACTERS) {
      this.open.message += `\n${text}`;
    } else this.context.error({ line, message: 'The line has no time and host of syslog: it was left out' });
  }

  override end(): void {
    if (this.open === undefined) return;
    const { parsed, line, message } = this.open;
    this.open = undefined;
    if (parsed.yearAssumed)
      this.context.assume?.('The time of an event has no year: the latest one that can be was taken');
    if (parsed.time !== undefined && !/(Z|[+-]\d\d:?\d\d)$/.test(parsed.time)) {
      this.context.assume?.('The time of an event has no time zone: it was taken for UTC');
    }
    const cef = cefMessage(parsed.process === 'CEF' ? `CEF:${message}` : message);
    this.records.push(cef === undefined ? syslogRecord(parsed, message, line) : cefRecord(cef, parsed, line));
  }
}

import { columnNames } from '../csv/column-names.ts';
import { LineRecords, recordsOfLines } from '../line-records.ts';
import type { InputHead, Reader, RowShape } from '../reader.ts';
import { headText } from '../text-input.ts';
import {
  type FieldDirective,
  fieldDirective,
  splitEntry,
  statedSeparator,
  statedTypes,
  truth,
} from './field-directive.ts';

/**
 * Logs whose comment `#Fields` names the columns of the entries after it: IIS and other servers by the W3C's extended log
 * format, Windows Firewall, Exchange, Zeek.
 * @see https://www.w3.org/TR/WD-logfile.html
 * @see https://docs.zeek.org/en/master/log-formats.html
 */
export const fieldLogReader: Reader = {
  format: 'field-log',
  title: 'Log with a #Fields line (IIS, W3C, Zeek)',
  evidence: 'it begins with comments, one of which names the fields',
  detect,
  read: (chunks, context) => recordsOfLines(chunks, context, new LogEntries(context)),
};

function detect(head: InputHead): number {
  let separator: string | undefined;
  for (const line of headText(head.bytes).split(/\r?\n/)) {
    if (!line.startsWith('#')) return 0;
    separator ??= statedSeparator(line);
    if (fieldDirective(line, separator) !== undefined) return 0.97;
  }
  return 0;
}

/** Makes records of lines: each comment that names fields holds until the next. */
class LogEntries extends LineRecords {
  private separator: string | undefined;
  private directive: FieldDirective | undefined;
  private names: readonly string[] = [];
  private shape: RowShape = {};

  override line(text: string, line: number): void {
    if (text.startsWith('#')) this.comment(text);
    else if (text.trim() !== '') this.entry(text, line);
  }

  private comment(text: string): void {
    this.separator = statedSeparator(text) ?? this.separator;
    const types = statedTypes(text, this.names, this.separator);
    if (types !== undefined) this.shape = { ...this.shape, types };
    const directive = fieldDirective(text, this.separator);
    if (directive === undefined) return;
    this.directive = directive;
    this.names = columnNames(directive.fields);
    this.shape = { fields: this.names };
    this.context.header?.(this.names);
  }

  private entry(text: string, line: number): void {
    if (this.directive === undefined) {
      this.context.error({ line, message: 'No #Fields line stands before it: the line was left out' });
      return;
    }
    const cells = splitEntry(text, this.directive);
    if (cells.length !== this.names.length) {
      const rest = cells.length > this.names.length ? 'the rest was dropped' : 'the missing ones are empty';
      this.context.error({ line, message: `${cells.length} values for ${this.names.length} fields: ${rest}` });
    }
    const { types } = this.shape;
    const filled = this.names.flatMap((name, at) =>
      cells[at] ? [[name, types?.get(name) === 'bool' ? truth(cells[at]) : cells[at]] as const] : [],
    );
    this.records.push({ fields: Object.fromEntries(filled), line, shape: this.shape });
  }
}

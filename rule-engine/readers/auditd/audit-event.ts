import type { FieldValue, LogRecord } from '../reader.ts';
import { type AuditFields, auditFields, syscallFields } from './audit-fields.ts';
import type { AuditLine } from './audit-line.ts';
import { ExecveArguments } from './execve-arguments.ts';
import { decodeHex, isHex } from './hex-text.ts';

const MAX_RECORDS = 10_000;
/** Types of messages from programs: an event of its own each. */
const SINGLE = /^(USER|CRED|SERVICE|DAEMON|CRYPTO|SYSTEM)_/;
/** Stands before what interpretation added to a record. */
const GROUP_SEPARATOR = '\u001d';

/** The records of one event, put together as they come. Its fields are those of LAUREL's JSON: one a record type. */
export class AuditEvent {
  private readonly first: number;
  private readonly node: string | undefined;
  private readonly id: string;
  private readonly records: AuditFields = {};
  private execve: ExecveArguments | undefined;
  private count = 0;
  private ended = false;

  constructor(line: AuditLine, number: number) {
    this.first = number;
    this.node = line.node;
    this.id = line.id;
  }

  /** True when the record that comes last has come, or the one that is all. */
  get hasEnded(): boolean {
    return this.ended;
  }

  /** Takes a record; false when the event has more than it can. */
  add(line: AuditLine, text: string): boolean {
    if (++this.count > MAX_RECORDS) return false;
    switch (line.type) {
      case 'EOE':
        this.ended = true;
        return true;
      case 'EXECVE':
        this.execve ??= new ExecveArguments();
        if (line.interpreted) this.execve.addInterpreted(text.slice(line.start));
        else this.execve.add(text, line.start);
        return true;
      case 'PROCTITLE':
        this.ended = true;
        this.records.PROCTITLE = procTitle(text.slice(line.start), line.interpreted);
        return true;
      case 'SYSCALL':
        this.records.SYSCALL = syscallFields(text, line);
        return true;
      case 'PATH':
        this.addToList('PATH', auditFields(text, line));
        return true;
      default:
        if (SINGLE.test(line.type)) this.ended = true;
        this.addOther(line.type, auditFields(text, line));
        return true;
    }
  }

  record(): LogRecord {
    const fields: AuditFields = { ID: this.id };
    if (this.node !== undefined) fields.NODE = this.node;
    Object.assign(fields, this.records);
    if (this.execve !== undefined) fields.EXECVE = this.execve.fields();
    return { fields, line: this.first };
  }

  private addOther(type: string, fields: AuditFields): void {
    if (type === '__proto__') return;
    if (Object.hasOwn(this.records, type)) this.addToList(type, fields);
    else this.records[type] = fields;
  }

  private addToList(type: string, fields: AuditFields): void {
    const before = this.records[type];
    if (Array.isArray(before)) (before as FieldValue[]).push(fields);
    else this.records[type] = before === undefined ? [fields] : [before, fields];
  }
}

/** The command line that the kernel kept: cut at 128 bytes, zeros between the arguments. */
function procTitle(text: string, interpreted: boolean): AuditFields {
  const [raw] = text.slice(text.indexOf('proctitle=') + 10).split(GROUP_SEPARATOR, 1);
  const value = raw.trimEnd();
  if (interpreted) return { ARGV: value };
  if (value.startsWith('"')) return { ARGV: [value.replace(/^"|"$/g, '')] };
  return { ARGV: isHex(value) ? decodeHex(value).replace(/\0+$/, '').split('\0') : [value] };
}

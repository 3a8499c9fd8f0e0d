import type { FieldValue, LogRecord } from '../reader.ts';
import { type AuditFields, auditFields } from './audit-fields.ts';
import type { AuditLine } from './audit-line.ts';
import { ExecveArguments } from './execve-arguments.ts';
import { decodeHex, isHex } from './hex-text.ts';

const MAX_RECORDS = 10_000;
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

  constructor(line: AuditLine, number: number) {
    this.first = number;
    this.node = line.node;
    this.id = line.id;
  }

  /** Takes a record; false when the event has more than it can. */
  add(line: AuditLine, text: string): boolean {
    if (++this.count > MAX_RECORDS) return false;
    switch (line.type) {
      case 'EOE':
        return true;
      case 'EXECVE':
        this.execve ??= new ExecveArguments();
        if (line.interpreted) this.execve.addInterpreted(text.slice(line.start));
        else this.execve.add(text.slice(line.start).replaceAll(GROUP_SEPARATOR, ' '));
        return true;
      case 'PROCTITLE':
        this.records.PROCTITLE = procTitle(text.slice(line.start), line.interpreted);
        return true;
      case 'SYSCALL':
        this.records.SYSCALL = syscall(auditFields(text, line.start, text.length));
        return true;
      case 'PATH':
        this.addToList('PATH', auditFields(text, line.start, text.length));
        return true;
      default:
        this.addOther(line.type, auditFields(text, line.start, text.length));
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

/** The call's arguments are addresses; those of an execve are told in EXECVE records. */
function syscall(fields: AuditFields): AuditFields {
  const { a0, a1, a2, a3, ...rest } = fields;
  const pointers = [a0, a1, a2, a3].filter((value) => typeof value === 'string');
  const arch = fields.arch;
  if (typeof arch === 'number' || (typeof arch === 'string' && /^[0-9a-f]+$/.test(arch))) rest.arch = `0x${arch}`;
  if (typeof fields.key === 'string' && fields.key.includes('\x01')) rest.key = fields.key.split('\x01');
  return pointers.length === 0 ? rest : { ...rest, ARGV: pointers.map((pointer) => `0x${pointer}`) };
}

/** The command line that the kernel kept: cut at 128 bytes, zeros between the arguments. */
function procTitle(text: string, interpreted: boolean): AuditFields {
  const [raw] = text.slice(text.indexOf('proctitle=') + 10).split(GROUP_SEPARATOR, 1);
  const value = raw.trimEnd();
  if (interpreted) return { ARGV: value };
  if (value.startsWith('"')) return { ARGV: [value.replace(/^"|"$/g, '')] };
  return { ARGV: isHex(value) ? decodeHex(value).replace(/\0+$/, '').split('\0') : [value] };
}

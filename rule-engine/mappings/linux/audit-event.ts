import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, fieldAt, hasValue, isFields } from '../field-path.ts';
import type { RecordView, ViewedRecord } from '../mapping.ts';

/** Numbers of execve and execveat by the architecture of the call, as the kernel's AUDIT_ARCH_… names it. */
const EXEC_CALLS: { readonly [arch: string]: readonly number[] } = {
  '0xc000003e': [59, 322],
  '0xc00000b7': [221, 281],
  '0x40000003': [11, 358],
  '0x40000028': [11, 387],
  '0xc00000f3': [221, 281],
  '0x80000016': [11, 354],
  '0xc0000015': [11, 362],
  '0x80000015': [11, 362],
  x86_64: [59, 322],
  aarch64: [221, 281],
  i386: [11, 358],
};

/**
 * An event of the Linux audit system, of the daemon's log, LAUREL's JSON or an alert of Wazuh's: the fields of its SYSCALL
 * record, and `time`, `serial`, `node`, `argv`, `argc`, `proctitle`, `cwd` and `paths`; of an alert also its `rule`.
 */
export const auditEvent: RecordView = { id: 'audit-event', of: view };

/** `SECONDS.MILLISECONDS:SERIAL`. */
const EVENT_ID = /^(\d+(?:\.\d+)?):(\d+)$/;

/** True for any event of the audit system, calls or not. */
export function isAuditRecord({ fields }: LogRecord): boolean {
  return typeof fields.ID === 'string' && EVENT_ID.test(fields.ID);
}

function view(record: LogRecord): ViewedRecord | undefined {
  const { ID, SYSCALL, EXECVE } = record.fields;
  const match = typeof ID === 'string' ? EVENT_ID.exec(ID) : null;
  if (match === null || (!isFields(SYSCALL) && !isFields(EXECVE))) return undefined;
  const call = isFields(SYSCALL) ? SYSCALL : {};
  const { ARGV: _, ...fields } = call;
  const viewed = definedFields({
    ...fields,
    time: match[1],
    serial: match[2],
    node: record.fields.NODE,
    argv: argumentsOf(record.fields),
    argc: fieldAt(record.fields, 'EXECVE.argc'),
    proctitle: argumentList(fieldAt(record.fields, 'PROCTITLE.ARGV')),
    cwd: fieldAt(record.fields, 'CWD.cwd'),
    paths: record.fields.PATH,
    parent: record.fields.PARENT_INFO,
    container: record.fields.CONTAINER_INFO ?? record.fields.CONTAINER,
    rule: record.fields.rule,
    isExec: isExec(call, record.fields),
  });
  return { ...record, fields: viewed, dialect: record.fields.decoder === undefined ? 'LAUREL' : 'Wazuh' };
}

function argumentsOf(fields: Fields): FieldValue | undefined {
  return argumentList(
    fieldAt(fields, 'EXECVE.ARGV') ?? fieldAt(fields, 'EXECVE.ARGV_STR') ?? fieldAt(fields, 'EXECVE.argv'),
  );
}

function argumentList(value: FieldValue | undefined): FieldValue | undefined {
  if (!Array.isArray(value)) return hasValue(value) ? value : undefined;
  return value.some((item) => item !== null) ? value : undefined;
}

/** True when the event is an execve or execveat; of one whose SYSCALL record was lost, the arguments are left. */
function isExec(call: Fields, fields: Fields): boolean {
  const name = call.SYSCALL ?? call.syscall;
  if (typeof name === 'string' && !/^\d+$/.test(name)) return name === 'execve' || name === 'execveat';
  if (!hasValue(name)) return isFields(fields.EXECVE);
  return EXEC_CALLS[String(call.arch).toLowerCase()]?.includes(Number(name)) ?? isFields(fields.EXECVE);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { JsonParser } from '../json/json-parser.ts';
import { readAll, toBytes } from '../read-text.test-helper.ts';
import type { FieldValue } from '../reader.ts';
import { auditdReader } from './auditd-reader.ts';

/** Logs that may not be copied into the project: read where they lie, beside the project's folder. */
const telemetry = join(import.meta.dirname, '../../../../shared/telemetry');
const present = existsSync(telemetry);
if (!present) console.warn(`Skipped: ${telemetry} is not there`);

type Json = { readonly [name: string]: FieldValue };

async function read(path: string) {
  return readAll(auditdReader, readFileSync(join(telemetry, path)), 777);
}

/** LAUREL prints some numbers in its own way; text, arguments and names must be the same. */
function compared(fields: Json): unknown {
  const call = (fields.SYSCALL ?? {}) as Json;
  return {
    ID: fields.ID,
    NODE: fields.NODE,
    EXECVE: fields.EXECVE,
    CWD: fields.CWD,
    PROCTITLE: fields.PROCTITLE,
    SYSCALL: [call.arch, call.syscall, call.pid, call.ppid, call.comm, call.exe, call.key, call.UID, call.ARGV],
    PATH: ((fields.PATH ?? []) as readonly Json[]).map(({ item, name, nametype, OUID }) => [
      item,
      name,
      nametype,
      OUID,
    ]),
  };
}

describe.skipIf(!present)('real audit logs', () => {
  it.each(['perl-reverse-shell', 'execve', 'execve-long', 'weblogic'])('%s is what LAUREL says', async (name) => {
    const { records, errors } = await read(`samples/auditd_raw/laurel_record-${name}.log`);
    const expected = readFileSync(join(telemetry, `samples/laurel_json/record-${name}.json`), 'utf8');
    expect(errors).toEqual([]);
    expect(records.map(({ fields }) => compared(fields))).toEqual(
      expected
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => compared(new JsonParser().parse(toBytes(line)) as Json)),
    );
  });

  it('joins the same events in whatever order their records come', async () => {
    const inOrder = await read('real/auditd/golibaudit_normal.log');
    const mixed = await read('real/auditd/golibaudit_out_of_order.log');
    const byId = (records: typeof mixed.records) =>
      records.map(({ fields }) => fields).sort((a, b) => String(a.ID).localeCompare(String(b.ID)));
    expect(byId(mixed.records)).toEqual(byId(inOrder.records));
    expect(inOrder.records.length).toBe(5);
  });

  it.each(['rhel-7-linux-3.10.0', 'ubuntu-16.10-linux-4.8.0', 'ubuntu-17.04-linux-4.10.0'])(
    'reads the processes and arguments of %s as go-libaudit does',
    async (name) => {
      const file = join(telemetry, 'real/auditd', `golibaudit_${name}`);
      const messages: { readonly tests: { readonly [test: string]: string } } = parse(
        readFileSync(`${file}.yaml`, 'utf8'),
      );
      const golden: readonly { test_name: string; event: { process?: Json; paths?: readonly Json[] } }[] = JSON.parse(
        readFileSync(`${file}.json.golden`, 'utf8'),
      );
      for (const { test_name, event } of golden) {
        const { records, errors } = await readAll(auditdReader, messages.tests[test_name]);
        expect([test_name, errors, records.length]).toEqual([test_name, [], 1]);
        const [{ fields }] = records;
        const call = (fields.SYSCALL ?? Object.values(fields).find((value) => typeof value === 'object')) as Json;
        const { pid, ppid, exe, name: comm, args, cwd } = event.process ?? {};
        const text = (value: FieldValue | undefined) => (value === undefined ? undefined : String(value));
        expect([test_name, text(call.pid), text(call.exe)]).toEqual([test_name, pid, exe]);
        if (ppid !== undefined) expect(text(call.ppid)).toBe(ppid);
        if (comm !== undefined) expect(call.comm).toBe(comm);
        if (cwd !== undefined && fields.CWD !== undefined) expect((fields.CWD as Json).cwd).toBe(cwd);
        if (args !== undefined && fields.EXECVE !== undefined) expect((fields.EXECVE as Json).ARGV).toEqual(args);
      }
    },
  );
});

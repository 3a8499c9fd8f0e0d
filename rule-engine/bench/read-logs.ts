import { existsSync, readFileSync } from 'node:fs';
import { auditdReader } from '../readers/auditd/auditd-reader.ts';
import { evtxReader } from '../readers/evtx/evtx-reader.ts';
import { value, writeEvtx } from '../readers/evtx/write-evtx.test-helper.ts';
import type { Reader } from '../readers/reader.ts';

/**
 * How fast the readers of event logs and audit logs are, in megabytes of log a second, on generated logs or on the one
 * that the variable LOG names: `node build/run-typescript.mjs ./rule-engine/bench/read-logs.ts`.
 */
const CHUNKS = 800;
const EVENTS_A_CHUNK = 40;
const AUDIT_EVENTS = 60_000;
const PIECE_BYTES = 4 * 1024 * 1024;
const RUNS = 3;

function eventLog(): Uint8Array {
  const chunk = Array.from({ length: EVENTS_A_CHUNK }, (_, index) => ({
    id: 1,
    ticks: 133_497_774_001_234_567n + BigInt(index),
    data: {
      RuleName: value.text('-'),
      UtcTime: value.text('2026-01-05 00:00:00.123'),
      ProcessGuid: value.guid([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, index]),
      ProcessId: value.number(1000 + index),
      Image: value.text('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'),
      CommandLine: value.text(`powershell.exe -NoProfile -File C:\\Scripts\\task-${index}.ps1 -Verbose`),
      CurrentDirectory: value.text('C:\\Windows\\system32\\'),
      User: value.text('NT AUTHORITY\\SYSTEM'),
      LogonId: value.hexadecimal(0x3e7n),
      IntegrityLevel: value.text('System'),
      Hashes: value.text(`MD5=${'0123456789ABCDEF'.repeat(2)},SHA256=${'0123456789ABCDEF'.repeat(4)}`),
      ParentImage: value.text('C:\\Windows\\System32\\services.exe'),
      ParentCommandLine: value.text('C:\\Windows\\system32\\services.exe'),
    },
  }));
  const one = writeEvtx([chunk]);
  const log = new Uint8Array(4096 + CHUNKS * 65536);
  log.set(one.subarray(0, 4096));
  for (let index = 0; index < CHUNKS; index++) log.set(one.subarray(4096), 4096 + index * 65536);
  return log;
}

function auditLog(): Uint8Array {
  const events: string[] = [];
  for (let index = 0; index < AUDIT_EVENTS; index++) {
    const head = `msg=audit(${1_767_225_600 + index}.155:${index})`;
    events.push(
      `type=SYSCALL ${head}: arch=c000003e syscall=59 success=yes exit=0 a0=558e251634a0 a1=558e25162a50 a2=558e25160800 a3=8 items=2 ppid=29002 pid=${index} auid=1000 uid=1000 gid=1000 euid=1000 suid=1000 fsuid=1000 egid=1000 sgid=1000 fsgid=1000 tty=pts0 ses=104 comm="arp" exe="/usr/sbin/arp" key="exec"\x1dARCH=x86_64 SYSCALL=execve AUID="ada" UID="ada" GID="ada"\n`,
      `type=EXECVE ${head}: argc=3 a0="arp" a1="-a" a2=2F746D702F612062\n`,
      `type=CWD ${head}: cwd="/home/ada"\n`,
      `type=PATH ${head}: item=0 name="/usr/sbin/arp" inode=13181 dev=08:01 mode=0100755 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL cap_fp=0 cap_fi=0 cap_fe=0 cap_fver=0 cap_frootid=0\n`,
      `type=PROCTITLE ${head}: proctitle=617270002D61\ntype=EOE ${head}:\n`,
    );
  }
  return new TextEncoder().encode(events.join(''));
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.slice(at, at + PIECE_BYTES);
}

async function measure(reader: Reader, bytes: Uint8Array): Promise<void> {
  const context = { signal: new AbortController().signal, error: () => {} };
  let best = Number.POSITIVE_INFINITY;
  let leastProcessor = Number.POSITIVE_INFINITY;
  let records = 0;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const before = process.cpuUsage();
    records = 0;
    for await (const _ of reader.read(pieces(bytes), context)) records++;
    best = Math.min(best, performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    leastProcessor = Math.min(leastProcessor, (user + system) / 1000);
  }
  const megabytes = bytes.length / 1e6;
  const speed = (megabytes / best) * 1000;
  console.log(
    `${reader.title}: ${megabytes.toFixed(1)} MB, ${records} events, ${best.toFixed(0)} ms, ${speed.toFixed(0)} MB/s (${((megabytes / leastProcessor) * 1000).toFixed(0)} MB a second of processor time), ${Math.round((records / best) * 1000)} events/s`,
  );
}

const log = process.env.LOG;
if (log !== undefined && existsSync(log)) {
  const bytes = new Uint8Array(readFileSync(log));
  await measure(evtxReader.detect({ name: log, bytes, complete: true }) > 0 ? evtxReader : auditdReader, bytes);
} else {
  await measure(evtxReader, eventLog());
  await measure(auditdReader, auditLog());
}

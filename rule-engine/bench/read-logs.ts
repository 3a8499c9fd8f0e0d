import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditdReader } from '../readers/auditd/auditd-reader.ts';
import { crc32 } from '../readers/evtx/crc32.ts';
import { evtxReader } from '../readers/evtx/evtx-reader.ts';
import { value, writeEvtx } from '../readers/evtx/write-evtx.test-helper.ts';
import type { Reader } from '../readers/reader.ts';

/**
 * `npm run bench:logs`: how fast the readers of event logs and audit logs are, in megabytes of log a second, on generated
 * logs or on the one that the variable LOG names, and how fast Debian's evtxexport reads a real one where it is installed.
 */
const CHUNKS = 800;
/** Of a real log, which evtxexport is given as well: it takes long, and reads no generated one. */
const COMPARED_CHUNKS = 80;
const EVENTS_A_CHUNK = 40;
const AUDIT_EVENTS = 60_000;
const PIECE_BYTES = 4 * 1024 * 1024;
const RUNS = 3;

function eventLog(chunks: number): Uint8Array {
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
  return repeatedChunks(one, chunks);
}

/** A log of so many chunks: those of another one, over and over. */
function repeatedChunks(one: Uint8Array, chunks: number): Uint8Array {
  const used = Math.max(1, one.length >> 16);
  const log = new Uint8Array(4096 + chunks * 65536);
  log.set(one.subarray(0, 4096));
  const header = new DataView(log.buffer);
  header.setBigUint64(16, BigInt(chunks - 1), true);
  header.setUint16(42, chunks, true);
  header.setUint32(124, crc32(log, 0, 120), true);
  for (let index = 0; index < chunks; index++) {
    const start = 4096 + (index % used) * 65536;
    log.set(one.subarray(start, start + 65536), 4096 + index * 65536);
  }
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

/** What reading a log took, the best of some runs. */
interface Measurement {
  readonly megabytes: number;
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
}

async function measure(reader: Reader, bytes: Uint8Array): Promise<Measurement> {
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
  const measured = { megabytes: bytes.length / 1e6, milliseconds: best, processorMilliseconds: leastProcessor };
  console.log(`${reader.title}: ${records} events, ${speeds(measured)}`);
  return measured;
}

function speeds({ megabytes, milliseconds, processorMilliseconds }: Measurement): string {
  const [clock, processor] = [milliseconds, processorMilliseconds].map((time) => (megabytes / time) * 1000);
  return `${megabytes.toFixed(1)} MB in ${milliseconds.toFixed(0)} ms: ${clock.toFixed(0)} MB/s, ${processor.toFixed(0)} MB a second of processor time`;
}

/** Reads a log with Debian's evtxexport, of libevtx-utils, too; both must find the same number of events. */
async function compareWithEvtxexport(bytes: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'penumbra-logs-'));
  const [path, exported] = [join(folder, 'log.evtx'), join(folder, 'log.xml')];
  writeFileSync(path, bytes);
  try {
    const started = performance.now();
    const { status, stderr } = spawnSync('bash', ['-c', 'time -p evtxexport -f xml "$0" > "$1"', path, exported], {
      encoding: 'utf8',
    });
    const milliseconds = performance.now() - started;
    const times = [...stderr.matchAll(/^(?:user|sys) ([\d.]+)$/gm)].map(([, seconds]) => Number(seconds) * 1000);
    if (status !== 0 || times.length !== 2) {
      console.log('evtxexport is not installed, or did not read the log: nothing to compare with');
      return;
    }
    const events = readFileSync(exported, 'utf8').split('<Event ').length - 1;
    const theirs = { megabytes: bytes.length / 1e6, milliseconds, processorMilliseconds: times[0] + times[1] };
    console.log(`evtxexport to XML: ${events} events, ${speeds(theirs)}`);
    const ours = await measure(evtxReader, bytes);
    console.log(
      `Processor time, theirs by ours: ${(theirs.processorMilliseconds / ours.processorMilliseconds).toFixed(1)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A log that may not be copied into the project: read where it lies, beside the project's folder. */
const REAL_LOG = '../shared/telemetry/real/evtx_attack_samples/Defense_Evasion_sysmon_13_rdp_settings_tampering.evtx';

const log = process.env.LOG ?? REAL_LOG;
if (process.env.LOG === undefined) {
  await measure(evtxReader, eventLog(CHUNKS));
  await measure(auditdReader, auditLog());
}
if (existsSync(log)) {
  const bytes = new Uint8Array(readFileSync(log));
  const isEvents = evtxReader.detect({ name: log, bytes, complete: true }) > 0;
  if (isEvents) await compareWithEvtxexport(repeatedChunks(bytes, COMPARED_CHUNKS));
  else await measure(auditdReader, bytes);
}

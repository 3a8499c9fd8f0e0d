import { type Account, type Device, fleet, systemAccount } from './fleet.ts';
import { type ProcessEvent, processColumns, type RunningProcess } from './process-event.ts';
import { fileNameOf } from './programs.ts';
import { Random } from './random.ts';
import type { SampleProcess, SampleScenario, Variation } from './scenario.ts';

/** The last moment of the sampled day, in milliseconds since 1970: 2026-03-12T18:00Z. */
const dayEnd = Date.UTC(2026, 2, 12, 18);

const hour = 60 * 60 * 1000;

/** Plays scenarios on the fleet: each process that starts gives an event. The same seed gives the same events. */
export function simulate(scenarios: readonly SampleScenario[], seed: number): readonly ProcessEvent[] {
  const events: ProcessEvent[] = [];
  const reportIds = new Map<string, number>();
  for (const scenario of scenarios) {
    const random = new Random(seedOf(scenario.id, seed));
    for (let run = 0; run < (scenario.times ?? 1); run++) {
      playOnce(scenario, { random, run }, events);
    }
  }
  events.sort((a, b) => compareText(String(a.columns.Timestamp), String(b.columns.Timestamp)));
  return events.map((event) => {
    const device = event.columns.DeviceName as string;
    const reportId = (reportIds.get(device) ?? 4_000) + 1 + (Number.parseInt(String(event.columns.ProcessId), 10) % 3);
    reportIds.set(device, reportId);
    return { ...event, columns: { ...event.columns, ReportId: reportId } };
  });
}

/** Each scenario has a seed of its own, so that a new one does not change the events of the others. */
function seedOf(id: string, seed: number): number {
  let hash = seed;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash;
}

function playOnce(
  scenario: SampleScenario,
  { random, run }: { random: Random; run: number },
  events: ProcessEvent[],
): void {
  const device = fleet[random.pick(scenario.devices)];
  const variation = { random, run, user: device.user.name };
  const start = dayEnd - random.between(20 * 60 * 1000, 23 * hour + 30 * 60 * 1000);
  const text = (value: string | ((variation: Variation) => string)) =>
    typeof value === 'string' ? value : value(variation);
  const account = scenario.parent.account === 'system' ? systemAccount(device) : device.user;
  const parentCreated = start - random.between(2_000, 12 * hour);
  const parent: RunningProcess = {
    path: scenario.parent.path,
    commandLine: text(scenario.parent.command),
    id: processId(random, device),
    created: timestamp(parentCreated, random),
    account,
    integrity: integrityOf(device, account),
    parentFileName: scenario.parent.parent,
    parentId: processId(random, device),
    parentCreated: timestamp(parentCreated - random.between(500, hour), random),
  };
  let at = start;
  const play = (process: SampleProcess, starter: RunningProcess): void => {
    at += random.between(15, 900);
    const owner =
      process.account === undefined
        ? starter.account
        : process.account === 'system'
          ? systemAccount(device)
          : device.user;
    const running: RunningProcess = {
      path: text(process.path),
      commandLine: text(process.command),
      id: processId(random, device),
      created: timestamp(at, random),
      account: owner,
      integrity: process.integrity ?? integrityOf(device, owner),
      parentFileName: fileNameOf(starter.path),
      parentId: starter.id,
      parentCreated: starter.created,
    };
    const { id, label } = scenario;
    events.push({
      scenario: id,
      event: process.event,
      label,
      os: device.os,
      columns: processColumns(device, running, starter, timestamp(at + random.between(1, 14), random)),
    });
    for (const child of process.children ?? []) play(child, running);
  };
  for (const process of scenario.processes) play(process, parent);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** ISO 8601 in UTC with seven decimals: what the millisecond lacks is drawn. */
function timestamp(milliseconds: number, random: Random): string {
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(random.between(0, 9999)).padStart(4, '0')}Z`;
}

/** Windows process ids are multiples of four. */
function processId(random: Random, device: Device): number {
  return device.os === 'Windows' ? random.between(250, 6_000) * 4 : random.between(900, 240_000);
}

function integrityOf(device: Device, account: Account): string {
  if (device.os === 'Linux') return '';
  return account.sid === 'S-1-5-18' ? 'System' : 'Medium';
}

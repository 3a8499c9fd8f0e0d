import { createHash } from 'node:crypto';

/** A user or service account. Windows accounts have a SID. */
export interface Account {
  readonly domain: string;
  readonly name: string;
  readonly sid: string | undefined;
}

export interface Device {
  readonly name: string;
  /** Forty hexadecimal digits, as Defender's. */
  readonly id: string;
  readonly os: 'Windows' | 'Linux';
  /** Who works at it, or runs its service. */
  readonly user: Account;
}

const domainSid = 'S-1-5-21-2984501273-1806417052-3320517409';

const windowsSystem: Account = { domain: 'nt authority', name: 'system', sid: 'S-1-5-18' };

function windows(name: string, user: string, relativeId: number): Device {
  const account = { domain: 'corvid', name: user, sid: `${domainSid}-${relativeId}` };
  return { name: `${name}.corvid.example`, id: deviceId(name), os: 'Windows', user: account };
}

function linux(name: string, user: string): Device {
  return {
    name: `${name}.corvid.example`,
    id: deviceId(name),
    os: 'Linux',
    user: { domain: name, name: user, sid: undefined },
  };
}

function deviceId(name: string): string {
  return createHash('sha1').update(`device ${name}`).digest('hex');
}

/** The devices of an invented company, by short name. */
export const fleet = {
  'fin-ws-014': windows('fin-ws-014', 'h.okafor', 1114),
  'fin-ws-022': windows('fin-ws-022', 'p.lindqvist', 1122),
  'hr-ws-003': windows('hr-ws-003', 'm.tanaka', 1203),
  'sales-lt-31': windows('sales-lt-31', 'r.delgado', 1331),
  'dev-ws-101': windows('dev-ws-101', 'a.ruiz', 1401),
  'dev-ws-102': windows('dev-ws-102', 'j.novak', 1402),
  'game-ws-07': windows('game-ws-07', 's.brandt', 1507),
  'lab-win-01': windows('lab-win-01', 'purple.team', 1601),
  'noc-ws-05': windows('noc-ws-05', 'k.adeyemi', 1705),
  'build-win-02': windows('build-win-02', 'svc-build', 1802),
  'web-01': linux('web-01', 'www-data'),
  'web-02': linux('web-02', 'www-data'),
  'api-gw-01': linux('api-gw-01', 'kong'),
  'cache-01': linux('cache-01', 'redis'),
  'ci-runner-04': linux('ci-runner-04', 'runner'),
  'dev-lx-11': linux('dev-lx-11', 'ines'),
  'noc-lx-02': linux('noc-lx-02', 'netops'),
  'k8s-node-03': linux('k8s-node-03', 'root'),
  'lab-lx-01': linux('lab-lx-01', 'purple'),
  'doc-lx-01': linux('doc-lx-01', 'docs'),
} as const satisfies Record<string, Device>;

export type DeviceKey = keyof typeof fleet;

/** The account of the operating system itself. */
export function systemAccount(device: Device): Account {
  return device.os === 'Windows' ? windowsSystem : { domain: device.user.domain, name: 'root', sid: undefined };
}

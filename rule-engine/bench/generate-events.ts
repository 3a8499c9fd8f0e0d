/** A row of `DeviceProcessEvents` as the benchmarks use it: seven columns, all text. */
export type BenchEvent = readonly [
  Timestamp: string,
  DeviceName: string,
  AccountName: string,
  FileName: string,
  ProcessCommandLine: string,
  InitiatingProcessFileName: string,
  InitiatingProcessCommandLine: string,
];

export const benchColumns = [
  'Timestamp',
  'DeviceName',
  'AccountName',
  'FileName',
  'ProcessCommandLine',
  'InitiatingProcessFileName',
  'InitiatingProcessCommandLine',
] as const;

const START = Date.UTC(2026, 0, 15);
const DAY = 86_400_000;
const LUA_SHARE = 0.005;
/** The share of ordinary command lines that repeat an earlier one: 60–70% of all are then distinct. */
const REPEATED_SHARE = 0.36;

const programs = [
  ['svchost.exe', 'services.exe', String.raw`C:\Windows\system32\svchost.exe -k netsvcs -p -s`],
  ['chrome.exe', 'explorer.exe', String.raw`"C:\Program Files\Google\Chrome\Application\chrome.exe" --type=renderer`],
  [
    'msedge.exe',
    'msedge.exe',
    String.raw`"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe" --type=utility`,
  ],
  ['powershell.exe', 'cmd.exe', 'powershell.exe -NoProfile -ExecutionPolicy Bypass -File'],
  ['cl.exe', 'MSBuild.exe', String.raw`"C:\Program Files\Microsoft Visual Studio\VC\Tools\bin\cl.exe" /nologo /c /Zi`],
  ['node', 'bash', '/usr/bin/node --max-old-space-size=4096 /srv/app/node_modules/.bin/webpack --config'],
  ['python3', 'cron', '/usr/bin/python3 -m site_reports.nightly --database'],
  ['gcc', 'make', '/usr/lib/gcc/x86_64-linux-gnu/12/cc1 -quiet -imultiarch x86_64-linux-gnu'],
  ['containerd-shim', 'containerd', '/usr/bin/containerd-shim-runc-v2 -namespace moby -id'],
  ['sshd', 'sshd', 'sshd: session [priv] -R -f /etc/ssh/sshd_config'],
] as const;

const switches = [
  '--log-level',
  '--field-trial-handle',
  '/DWIN32',
  '-I/usr/include',
  '--lang',
  '--seed',
  '-o',
  '--mojo',
];

const luaCommands = [
  ['lua5.4', 'bash', `lua5.4 -e "os.execute('id')"`],
  ['lua.exe', 'cmd.exe', String.raw`lua.exe C:\Users\kim\AppData\Local\Temp\stage.lua`],
  ['luajit', 'sh', `luajit -e "loadstring(io.read('*a'))()"`],
  ['nmap', 'bash', `nmap --script /tmp/probe.lua -p 443`],
  ['node', 'bash', `node -e "require('fs').readdirSync('.')"`],
  ['nginx', 'systemd', '/usr/local/openresty/nginx/sbin/nginx -c /etc/openresty/lua.conf'],
  ['lua', 'bash', `lua -e "local s=require('socket');s.tcp():connect('127.0.0.1',4444)"`],
] as const;

/**
 * Process events of one day, the same for the same seed: mean command line about 150 characters, 60–70% of them distinct,
 * 0.5% of rows about Lua. Rows are in the order of time.
 */
export function* generateEvents(rows: number, seed = 1): Generator<BenchEvent> {
  const random = randomSource(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const recent: (readonly [string, string, string])[] = [];
  for (let row = 0; row < rows; row++) {
    const time = new Date(START + Math.floor((row / rows) * DAY)).toISOString();
    const timestamp = `${time.slice(0, 23)}${String(Math.floor(random() * 10_000)).padStart(4, '0')}Z`;
    const device = `host-${Math.floor(random() * 400)}.corp.example`;
    const account = `user${Math.floor(random() * 900)}`;
    const process = nextProcess();
    yield [
      timestamp,
      device,
      account,
      process[0],
      process[2],
      process[1],
      `${process[1]} --session ${Math.floor(random() * 5000)}`,
    ];
  }

  function nextProcess(): readonly [string, string, string] {
    if (random() < LUA_SHARE) {
      const [file, parent, command] = pick(luaCommands);
      return [file, parent, `${command} # ${word(8)}`];
    }
    if (recent.length > 0 && random() < REPEATED_SHARE) return pick(recent);
    const [file, parent, command] = pick(programs);
    let line = `${command} ${word(10)}`;
    while (line.length < 120 + random() * 60) line += ` ${pick(switches)}=${word(6 + Math.floor(random() * 10))}`;
    const made = [file, parent, line] as const;
    if (recent.length < 5000) recent.push(made);
    else recent[Math.floor(random() * recent.length)] = made;
    return made;
  }

  function word(length: number): string {
    let text = '';
    while (text.length < length) text += Math.floor(random() * 0x7fffffff).toString(36);
    return text.slice(0, length);
  }
}

/** A CSV file of `rows` events with a header, in chunks of about 1 MiB. */
export function* eventsAsCsv(rows: number, seed?: number): Generator<string> {
  yield* inChunks(
    `${benchColumns.join(',')}\n`,
    generateEvents(rows, seed),
    (event) => `${event.map(quoted).join(',')}\n`,
  );
}

/** One JSON object a line, in chunks of about 1 MiB. */
export function* eventsAsNdjson(rows: number, seed?: number): Generator<string> {
  const toLine = (event: BenchEvent) =>
    `${JSON.stringify(Object.fromEntries(benchColumns.map((column, i) => [column, event[i]])))}\n`;
  yield* inChunks('', generateEvents(rows, seed), toLine);
}

function* inChunks(
  first: string,
  events: Iterable<BenchEvent>,
  toText: (event: BenchEvent) => string,
): Generator<string> {
  let chunk = first;
  for (const event of events) {
    chunk += toText(event);
    if (chunk.length >= 1 << 20) {
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers in [0, 1) by the mulberry32 generator. */
function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

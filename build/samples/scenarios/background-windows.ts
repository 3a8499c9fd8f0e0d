import type { DeviceKey } from '../fleet.ts';
import { run, type SampleParent, type SampleProcess, type SampleScenario } from '../scenario.ts';

const everyone: readonly DeviceKey[] = [
  'fin-ws-014',
  'fin-ws-022',
  'hr-ws-003',
  'sales-lt-31',
  'dev-ws-101',
  'dev-ws-102',
  'noc-ws-05',
];
const developers: readonly DeviceKey[] = ['dev-ws-101', 'dev-ws-102', 'build-win-02'];
const system32 = 'C:\\Windows\\System32\\';
const office = 'C:\\Program Files\\Microsoft Office\\root\\Office16\\';
const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

const explorer: SampleParent = {
  path: 'C:\\Windows\\explorer.exe',
  command: 'C:\\WINDOWS\\Explorer.EXE',
  parent: 'userinit.exe',
};
const services: SampleParent = {
  path: `${system32}services.exe`,
  command: 'services.exe',
  parent: 'wininit.exe',
  account: 'system',
};
const tasks: SampleParent = {
  path: `${system32}svchost.exe`,
  command: 'C:\\WINDOWS\\system32\\svchost.exe -k netsvcs -p -s Schedule',
  parent: 'services.exe',
  account: 'system',
};
const dcom: SampleParent = { ...tasks, command: 'C:\\WINDOWS\\system32\\svchost.exe -k DcomLaunch -p' };

function ordinary(
  id: string,
  times: number,
  parent: SampleParent,
  devices: readonly DeviceKey[],
  ...processes: readonly SampleProcess[]
): SampleScenario {
  return { id: `background-${id}`, label: 'benign', devices, parent, times, processes };
}

function browser(id: string, path: string, times: number): SampleScenario {
  const parent: SampleParent = { path, command: `"${path}"`, parent: 'explorer.exe' };
  return ordinary(id, times, parent, everyone, {
    ...run(
      'renderer',
      path,
      ({ random, run }) =>
        `"${path}" --type=renderer --lang=en-US --device-scale-factor=1.25 --num-raster-threads=4 --enable-main-frame-before-activation --renderer-client-id=${run + 5} --launch-time-ticks=${random.between(1e8, 9e9)} --mojo-platform-channel-handle=${random.between(2000, 9000)} /prefetch:1`,
    ),
    integrity: 'Low',
  });
}

/** An ordinary day on Windows. None of it looks like Lua. */
export const backgroundWindows: readonly SampleScenario[] = [
  browser('edge', edge, 150),
  browser('chrome', chrome, 130),
  ordinary(
    'edge-utility',
    40,
    { path: edge, command: `"${edge}"`, parent: 'explorer.exe' },
    everyone,
    run(
      'utility',
      edge,
      ({ random }) =>
        `"${edge}" --type=utility --utility-sub-type=network.mojom.NetworkService --lang=en-US --service-sandbox-type=none --mojo-platform-channel-handle=${random.between(2000, 9000)} /prefetch:3`,
    ),
  ),
  ordinary(
    'word',
    18,
    explorer,
    everyone,
    run(
      'word',
      `${office}WINWORD.EXE`,
      ({ user, random }) =>
        `"${office}WINWORD.EXE" /n "C:\\Users\\${user}\\Documents\\${random.pick(['Minutes', 'Offer', 'Policy draft', 'Onboarding'])} ${random.between(1, 30)}.docx" /o ""`,
    ),
  ),
  ordinary(
    'excel',
    22,
    explorer,
    everyone,
    run(
      'excel',
      `${office}EXCEL.EXE`,
      ({ user, random }) =>
        `"${office}EXCEL.EXE" "C:\\Users\\${user}\\OneDrive - Corvid\\${random.pick(['Forecast', 'Invoices', 'Headcount'])} Q${random.between(1, 4)}.xlsx"`,
    ),
  ),
  ordinary('outlook', 7, explorer, everyone, run('outlook', `${office}OUTLOOK.EXE`, `"${office}OUTLOOK.EXE" `)),
  ordinary(
    'service-host',
    160,
    services,
    everyone,
    run(
      'service',
      `${system32}svchost.exe`,
      ({ random }) =>
        `C:\\WINDOWS\\${random.pick(['system32\\svchost.exe -k netsvcs -p -s wuauserv', 'System32\\svchost.exe -k NetworkService -p -s Dnscache', 'system32\\svchost.exe -k LocalService -p -s fdPHost', 'system32\\svchost.exe -k appmodel -p -s camsvc', 'System32\\svchost.exe -k wsappx -p -s AppXSvc'])}`,
    ),
  ),
  ordinary('background-task', 90, dcom, everyone, {
    ...run(
      'task',
      `${system32}backgroundTaskHost.exe`,
      ({ random }) => `"C:\\WINDOWS\\system32\\backgroundTaskHost.exe" -ServerName:App.AppX${random.hex(26)}.mca`,
    ),
    account: 'user',
    integrity: 'Low',
  }),
  ordinary('runtime-broker', 60, dcom, everyone, {
    ...run('broker', `${system32}RuntimeBroker.exe`, 'C:\\Windows\\System32\\RuntimeBroker.exe -Embedding'),
    account: 'user',
  }),
  ordinary(
    'scheduled-task',
    50,
    tasks,
    everyone,
    run(
      'task',
      `${system32}taskhostw.exe`,
      ({ random }) =>
        `taskhostw.exe ${random.pick(['Install $(Arg0)', 'KEYROAMING', 'SYSTEM', '-RegisterDevice -ProtectionStateChanged'])}`,
    ),
  ),
  ordinary(
    'group-policy',
    16,
    tasks,
    everyone,
    run(
      'update',
      `${system32}gpupdate.exe`,
      'gpupdate.exe /target:computer',
      run('console', `${system32}conhost.exe`, '\\??\\C:\\WINDOWS\\system32\\conhost.exe 0xffffffff -ForceV1'),
    ),
  ),
  ordinary(
    'management-script',
    34,
    services,
    everyone,
    run(
      'script',
      `${system32}WindowsPowerShell\\v1.0\\powershell.exe`,
      ({ random }) =>
        `"powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File "C:\\ProgramData\\Corvid\\Inventory\\${random.pick(['Get-Software', 'Get-Disks', 'Test-Backup'])}.ps1" -Quiet`,
      run('console', `${system32}conhost.exe`, '\\??\\C:\\WINDOWS\\system32\\conhost.exe 0xffffffff -ForceV1'),
    ),
  ),
  ordinary(
    'git',
    70,
    {
      path: 'C:\\Program Files\\Microsoft VS Code\\Code.exe',
      command: '"C:\\Program Files\\Microsoft VS Code\\Code.exe" --type=utility',
      parent: 'Code.exe',
    },
    developers,
    run(
      'git',
      'C:\\Program Files\\Git\\cmd\\git.exe',
      ({ random }) =>
        `git.exe ${random.pick(['status -z -uall', 'for-each-ref --sort -committerdate --format %(refname)', 'config --get commit.template', 'log --format=%H -n 33 --topo-order', 'rev-parse --show-toplevel'])}`,
    ),
  ),
  ordinary(
    'dotnet-build',
    36,
    { path: `${system32}cmd.exe`, command: 'cmd.exe /c build.cmd', parent: 'Agent.Worker.exe' },
    ['build-win-02'],
    run(
      'build',
      'C:\\Program Files\\dotnet\\dotnet.exe',
      ({ random }) =>
        `dotnet build src\\Corvid.${random.pick(['Billing', 'Api', 'Reports'])}.sln -c Release /m /nodeReuse:false`,
      run(
        'compiler',
        'C:\\Program Files\\dotnet\\dotnet.exe',
        ({ random }) =>
          `"C:\\Program Files\\dotnet\\dotnet.exe" exec "C:\\Program Files\\dotnet\\sdk\\8.0.201\\Roslyn\\bincore\\csc.dll" /noconfig @"obj\\Release\\${random.hex(8)}.rsp"`,
      ),
    ),
  ),
  ordinary(
    'npm-build',
    18,
    { path: `${system32}cmd.exe`, command: '"C:\\WINDOWS\\system32\\cmd.exe"', parent: 'Code.exe' },
    developers,
    run(
      'npm',
      'C:\\Program Files\\nodejs\\node.exe',
      ({ random }) =>
        `"C:\\Program Files\\nodejs\\node.exe" "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js" ${random.pick(['ci', 'run build', 'test'])}`,
    ),
  ),
  ordinary(
    'python-script',
    14,
    tasks,
    ['build-win-02', 'fin-ws-014'],
    run(
      'python',
      'C:\\Program Files\\Python312\\python.exe',
      ({ random }) =>
        `"C:\\Program Files\\Python312\\python.exe" D:\\jobs\\${random.pick(['reconcile', 'export_ledger', 'archive'])}.py --day 2026-03-1${random.between(1, 2)}`,
    ),
  ),
];
